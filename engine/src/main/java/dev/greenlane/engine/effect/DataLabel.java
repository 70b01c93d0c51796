package dev.greenlane.engine.effect;

/** What is known of data that an effect carries. */
public enum DataLabel {
    /** A secret, or a file that holds secrets. */
    CREDENTIAL,
    /** The user's own files outside the project, the environment, the clipboard, the shell history. */
    PRIVATE,
    /** Files of the working directory. */
    PROJECT,
    /** Data of the machine: host name, accounts, processes. */
    SYSTEM,
    /** Content from the network. */
    FETCHED,
    /** Content that is not known. */
    UNKNOWN
}
