/**
 * CDK's references between regions: one stack writes values as SSM parameters of the other's region
 * (`Custom::CrossRegionExportWriter`), the other reads them (`Custom::CrossRegionExportReader`).
 */
import type { Kind } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { keepParameter } from '../secrets/parameter.ts';

const idLength = 32;

const writerKind: Kind = {
  type: 'Custom::CrossRegionExportWriter',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    const writer = properties.inside('WriterProps') ?? properties.fail('WriterProps is missing');
    const region = writer.text('region');
    for (const [name, value] of writer.inside('exports')?.entries() ?? []) {
      keepParameter(cloud, region, name, String(value));
    }
    return { ref: stableId(resource, idLength), attributes: {} };
  },
};

/** Each import holds a dynamic reference, which is resolved by the time it comes here. */
const readerKind: Kind = {
  type: 'Custom::CrossRegionExportReader',
  make: (resource) => {
    const properties = propertiesOf(resource);
    const reader = properties.inside('ReaderProps') ?? properties.fail('ReaderProps is missing');
    return {
      ref: stableId(resource, idLength),
      attributes: Object.fromEntries(reader.inside('imports')?.entries() ?? []),
    };
  },
};

export const crossRegionKinds: readonly Kind[] = [writerKind, readerKind];
