package dev.greenlane.engine.consent.deed;

/** Versions, as people write them: {@code 1.4}, {@code 1.4.0}, {@code 1.4.x}. */
final class Versions {

    private Versions() {}

    /** Whether one version is the other, or a line of versions that has it. */
    static boolean same(String one, String other) {
        String[] left = one.split("[.]");
        String[] right = other.split("[.]");
        for (int at = 0; at < Math.max(left.length, right.length); at++) {
            String a = at < left.length ? left[at] : "0";
            String b = at < right.length ? right[at] : "0";
            if (isOpen(a) || isOpen(b)) {
                return true;
            }
            if (!a.equals(b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(String part) {
        return part.equals("x") || part.equals("*");
    }
}
