package dev.greenlane.engine.look;

/** All that the gate sees of the place where a call is made. */
public record World(Files files, Trees trees, Repositories repositories, Processes processes) {

    /** Sight of nothing: every answer is unknown. */
    public static final World UNSEEN = of(Files.NONE);

    /** Sight of files alone. */
    public static World of(Files files) {
        return new World(files, Trees.NONE, Repositories.NONE, Processes.NONE);
    }

    /** The same with other sight of files. */
    public World seenThrough(Files other) {
        return new World(other, trees, repositories, processes);
    }
}
