/** Raises each value to that of the others, times a factor, where that is higher. */
export function raise(values: Float64Array, others: Float64Array, factor: number): void {
  for (let at = 0; at < values.length; at++) {
    const other = others[at]! * factor;
    if (other > values[at]!) values[at] = other;
  }
}
