/**
 * CloudFront's JavaScript runtime 2.0 as AWS documents it, and nothing else. The local cloud gives functions exactly
 * this; `edge/build.ts` refuses a function that uses more.
 *
 * Sources, read on 2026-11-29 in stored copies:
 *
 * - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html: syntax,
 *   built-ins, globals and modules. For "all ES 5.1 …" (Math, Date, errors, regular expressions) the names are those of
 *   ECMA-262, 5.1. It gives `is` and `setPrototypeOf` as methods of `Object.prototype`; every engine has them on
 *   `Object`, and so does this list.
 * - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html: fields of events.
 * - https://github.com/aws-samples/amazon-cloudfront-functions/blob/main/kvs-jwt-verify/verify-jwt.js: AWS's own
 *   function for runtime 2.0 imports `crypto` by name and uses `Buffer` as a global.
 * - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-custom-methods.html: the module
 *   `cloudfront`, which a function with a key-value store imports in its first lines, and the three methods of a store.
 * - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html: the sizes.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** A built-in object: its own members, and those of its instances. */
export interface BuiltIn {
  readonly own: readonly string[];
  readonly instances: readonly string[];
}

const builtIn = (own: string, instances: string): BuiltIn => ({
  own: own === '' ? [] : words(own),
  instances: instances === '' ? [] : words(instances),
});

/** The most bytes that a function may have as it is deployed. */
export const mostBytes = 10_240;

const ofError = builtIn('', 'message name toString');
const ofTypedArray = builtIn(
  'BYTES_PER_ELEMENT from of',
  `BYTES_PER_ELEMENT buffer byteLength byteOffset length copyWithin every fill filter find findIndex forEach includes
  indexOf join lastIndexOf map reduce reduceRight reverse set slice some sort subarray toString`,
);

export const builtIns: Readonly<Record<string, BuiltIn>> = {
  Object: builtIn(
    `assign create defineProperties defineProperty entries freeze getOwnPropertyDescriptor getOwnPropertyDescriptors
    getOwnPropertyNames getPrototypeOf is isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf values`,
    'hasOwnProperty isPrototypeOf propertyIsEnumerable toString valueOf',
  ),
  Function: builtIn('', 'apply bind call length'),
  Boolean: builtIn('', 'toString valueOf'),
  String: builtIn(
    'fromCharCode fromCodePoint',
    `length charAt codePointAt concat endsWith includes indexOf lastIndexOf match padEnd padStart repeat replace
    replaceAll search slice split startsWith substr substring toLowerCase toString toUpperCase trim trimEnd trimStart
    valueOf`,
  ),
  Number: builtIn(
    `EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NEGATIVE_INFINITY NaN POSITIVE_INFINITY isFinite
    isInteger isNaN isSafeInteger parseFloat parseInt`,
    'toExponential toFixed toPrecision toString valueOf',
  ),
  Math: builtIn(
    `E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp
    expm1 floor fround hypot imul log log10 log1p log2 max min pow random round sign sin sinh sqrt tan tanh trunc`,
    '',
  ),
  Date: builtIn(
    'UTC now parse',
    `getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset
    getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds setDate
    setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours
    setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds toDateString toISOString toJSON toLocaleDateString
    toLocaleString toLocaleTimeString toString toTimeString toUTCString valueOf`,
  ),
  RegExp: builtIn('', 'exec flags global ignoreCase lastIndex multiline source sticky test toString'),
  JSON: builtIn('parse stringify', ''),
  Array: builtIn(
    'isArray of',
    `length concat copyWithin every fill filter find findIndex forEach includes indexOf join lastIndexOf map pop push
    reduce reduceRight reverse shift slice some sort splice toString unshift`,
  ),
  ArrayBuffer: builtIn('isView', 'byteLength slice'),
  DataView: builtIn(
    '',
    `buffer byteLength byteOffset getFloat32 getFloat64 getInt16 getInt32 getInt8 getUint16 getUint32 getUint8
    setFloat32 setFloat64 setInt16 setInt32 setInt8 setUint16 setUint32 setUint8`,
  ),
  Promise: builtIn('all allSettled any race reject resolve', 'catch finally then'),
  Symbol: builtIn('for keyFor', ''),
  TextDecoder: builtIn('', 'decode encoding fatal ignoreBOM'),
  TextEncoder: builtIn('', 'encode encodeInto'),
  console: builtIn('log', ''),
  Buffer: builtIn(
    'alloc allocUnsafe byteLength compare concat from isBuffer isEncoding',
    `buffer byteOffset length compare copy equals fill includes indexOf lastIndexOf readDoubleBE readDoubleLE
    readFloatBE readFloatLE readInt16BE readInt16LE readInt32BE readInt32LE readInt8 readIntBE readIntLE readUInt16BE
    readUInt16LE readUInt32BE readUInt32LE readUInt8 readUIntBE readUIntLE subarray swap16 swap32 swap64 toJSON toString
    write writeDoubleBE writeDoubleLE writeFloatBE writeFloatLE writeInt16BE writeInt16LE writeInt32BE writeInt32LE
    writeInt8 writeIntBE writeIntLE writeUInt16BE writeUInt16LE writeUInt32BE writeUInt32LE writeUInt8 writeUIntBE
    writeUIntLE`,
  ),
  Float32Array: ofTypedArray,
  Float64Array: ofTypedArray,
  Int16Array: ofTypedArray,
  Int32Array: ofTypedArray,
  Int8Array: ofTypedArray,
  Uint16Array: ofTypedArray,
  Uint32Array: ofTypedArray,
  Uint8Array: ofTypedArray,
  Uint8ClampedArray: ofTypedArray,
  Error: ofError,
  EvalError: ofError,
  InternalError: ofError,
  RangeError: ofError,
  ReferenceError: ofError,
  SyntaxError: ofError,
  TypeError: ofError,
  URIError: ofError,
};

/** Global functions and constants; `eval` is none of them. */
export const globals: readonly string[] = words(
  `globalThis decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt atob btoa NaN
  Infinity undefined`,
);

/** The exports of the modules, each by its default import. */
export const modules: Readonly<Record<string, readonly string[]>> = {
  buffer: ['Buffer'],
  cloudfront: ['kvs'],
  crypto: ['createHash', 'createHmac'],
  querystring: words('decode encode escape parse stringify unescape'),
};

/** The members of hashes, of the matches of a regular expression, of key-value stores and what they say of themselves: objects without a global name. */
export const ofNamelessObjects: readonly string[] = words(
  'digest update groups index input get exists meta creationDateTime lastUpdatedDateTime keyCount',
);

/** The fields of events and of what functions answer; queries, headers and cookies have names of their own in them. */
export const eventFields: readonly string[] = words(
  `version context distributionDomainName distributionId endpoint eventType requestId viewer ip request method uri
  querystring headers cookies value multiValue attributes response statusCode statusDescription body encoding data`,
);

/** Fields of events whose names come from the request. */
export const eventDictionaries: readonly string[] = words('querystring headers cookies');

/** Kinds of nodes in the syntax tree (ESTree). The rest of ECMAScript 6 to 12 is not there: no classes, no `for`-`of`, no destructuring. */
export const syntax: readonly string[] = words(
  `Program ImportDeclaration ImportDefaultSpecifier
  BlockStatement BreakStatement CatchClause ContinueStatement DoWhileStatement EmptyStatement ExpressionStatement
  ForInStatement ForStatement FunctionDeclaration IfStatement LabeledStatement ReturnStatement SwitchCase SwitchStatement
  ThrowStatement TryStatement VariableDeclaration VariableDeclarator WhileStatement
  ArrayExpression ArrowFunctionExpression AssignmentExpression AwaitExpression BinaryExpression CallExpression
  ConditionalExpression FunctionExpression Identifier Literal LogicalExpression MemberExpression NewExpression
  ObjectExpression Property RestElement SequenceExpression TemplateElement TemplateLiteral ThisExpression UnaryExpression
  UpdateExpression`,
);

/** Operators of ECMAScript 5.1, and `**` of 7; `??` and the assignments `||=`, `&&=` and `??=` are not among them. */
export const operators: readonly string[] = words(
  `+ - * / % ** == != === !== < <= > >= & | ^ << >> >>> && || in instanceof ! ~ typeof void delete ++ --
  = += -= *= /= %= **= &= |= ^= <<= >>= >>>=`,
);

/** Flags of regular expressions. */
export const expressionFlags = 'gimy';
