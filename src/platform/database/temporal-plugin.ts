import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type ValueNode,
} from 'kysely'

/** Lets queries take Temporal values as they are: the driver would send them as JSON, in quotation marks. */
export class TemporalPlugin implements KyselyPlugin {
  readonly #transformer = new TemporalTransformer()

  transformQuery({ node }: PluginTransformQueryArgs) {
    return this.#transformer.transformNode(node)
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }
}

class TemporalTransformer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode) {
    return { ...node, value: asText(node.value) }
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode) {
    return { ...node, values: node.values.map(asText) }
  }
}

const asText = (value: unknown): unknown => {
  if (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime
  ) {
    return value.toString()
  }
  return Array.isArray(value) ? value.map(asText) : value
}
