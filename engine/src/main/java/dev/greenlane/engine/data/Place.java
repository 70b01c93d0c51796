package dev.greenlane.engine.data;

/**
 * Where a piece of data was written.
 *
 * @param file the file's name; empty where it is not known any more
 * @param line counted from 1; 0 where it is not known
 */
public record Place(String file, int line) {

    /** The place of data whose file is not known any more. */
    public static final Place UNKNOWN = new Place("", 0);

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
