package dev.greenlane.engine.secrets;

/** Which ASCII characters a text has, one bit each: most texts lack one that a credential's prefix needs. */
record Letters(long low, long high) {
    private static final long CAPITALS = ((1L << 26) - 1) << 1;

    static Letters of(String text) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 64) {
                low |= 1L << c;
            } else if (c < 128) {
                high |= 1L << c;
            }
        }
        return new Letters(low, high);
    }

    /** The same with the small form of each capital. */
    Letters folded() {
        return new Letters(low, high | (high & CAPITALS) << ('a' - 'A'));
    }

    /** Whether every character of {@code others} is among them. */
    boolean cover(Letters others) {
        return (others.low & ~low) == 0 && (others.high & ~high) == 0;
    }
}
