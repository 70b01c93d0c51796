package dev.greenlane.api;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where Greenlane keeps its files, by {@code $HOME} and the variables of the XDG base directory specification. Immutable.
 *
 * @param state what it remembers: ledger, socket, log
 * @param settings what the user has set
 * @param data the private copy of the program
 */
public record Places(Path state, Path settings, Path data) {
    private static final String NAME = "greenlane";

    /**
     * The places of the user whose environment this is.
     *
     * @throws ServiceProblem where neither {@code HOME} nor the XDG variables name an absolute folder
     */
    public static Places of(Map<String, String> environment) throws ServiceProblem {
        return new Places(
                place(environment, "XDG_STATE_HOME", ".local/state"),
                place(environment, "XDG_CONFIG_HOME", ".config"),
                place(environment, "XDG_DATA_HOME", ".local/share"));
    }

    /** The service's socket. Where its path is too long for a socket's address, a link that leads to it. */
    public Path socket() {
        return state.resolve("service.sock");
    }

    /** Locked by the one service that runs. */
    public Path lock() {
        return state.resolve("service.lock");
    }

    /** What the service says about itself. */
    public Path log() {
        return state.resolve("service.log");
    }

    /** The ledger. */
    public Path ledger() {
        return state.resolve("ledger.db");
    }

    /** What calls could have lost, and undo brings back. */
    public Path snapshots() {
        return state.resolve("snapshots");
    }

    /** The secret that opens the service's loopback address; read by hooks that speak HTTP. */
    public Path token() {
        return state.resolve("token");
    }

    /** The secret in the address of a gateway that others can reach. */
    public Path gatewayToken() {
        return state.resolve("gateway-token");
    }

    private static Path place(Map<String, String> environment, String variable, String inHome) throws ServiceProblem {
        String folder = environment.getOrDefault(variable, "");
        if (folder.startsWith("/")) {
            return Path.of(folder, NAME);
        }
        String home = environment.getOrDefault("HOME", "");
        if (!home.startsWith("/")) {
            throw new ServiceProblem("HOME does not name a folder");
        }
        return Path.of(home, inHome, NAME);
    }
}
