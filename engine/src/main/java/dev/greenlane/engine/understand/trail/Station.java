package dev.greenlane.engine.understand.trail;

/**
 * A file that data went through.
 *
 * @param call the number of the call that put it there
 */
public record Station(String path, int call) {

    /** The file for people, in call number {@code now}: {@code /tmp/a.tgz, made 2 calls ago}. */
    public String shown(int now) {
        int ago = now - call;
        return ago <= 0 ? path : path + ", made " + (ago == 1 ? "1 call" : ago + " calls") + " ago";
    }
}
