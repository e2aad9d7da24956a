export const controlRoomWords = {
  title: 'Control room',
  why: 'This is where the people of the house see how a line and its sale go. So it opens for those who sign in.',
  parts: 'Parts of the control room',
  part: {
    picture: 'Now',
    sale: 'Sale',
    fans: 'Find a fan',
    plan: 'Run-up',
    risks: 'Risks',
    go: 'Go or no go',
    answers: 'Answers',
  },
  onSale: 'On-sale',
  chooseOnSale: 'Choose an on-sale',
  chooseOnSaleDetail: 'This part is about one of them.',
  noOnSale: 'Nothing is on sale yet',
  noOnSaleDetail: 'On-sales appear here once a season is published.',
} as const;
