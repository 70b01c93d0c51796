package dev.greenlane.engine.catalogue;

/**
 * The names of positions.
 *
 * @param slots the names' numbers, by {@link Names}
 * @param rest the position that takes as many words as there are; negative where none does
 */
record Operands(int[] slots, int rest) {}
