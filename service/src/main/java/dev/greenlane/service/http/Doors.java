package dev.greenlane.service.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The open doors: the user's socket and, where it is wanted, the loopback address. */
public final class Doors implements AutoCloseable {
    private final SocketDoor socket;
    private final Optional<LoopbackDoor> loopback;

    private Doors(SocketDoor socket, Optional<LoopbackDoor> loopback) {
        this.socket = socket;
        this.loopback = loopback;
    }

    /**
     * Opens the doors.
     *
     * @param socket where the socket is to be; what stands there is removed
     * @param port the port on the loopback address; 0 for any that is free, empty for none
     * @param token what a question must know that comes over the loopback address
     * @param answers answers a question; must not throw
     * @throws IOException where a door cannot be opened
     */
    public static Doors open(Path socket, OptionalInt port, String token, Function<Question, Answer> answers)
            throws IOException {
        Optional<LoopbackDoor> loopback =
                port.isPresent() ? Optional.of(LoopbackDoor.open(port.getAsInt(), token, answers)) : Optional.empty();
        return new Doors(SocketDoor.open(socket, answers), loopback);
    }

    /** The port on the loopback address; empty where that door is shut. */
    public OptionalInt port() {
        return loopback.isPresent() ? OptionalInt.of(loopback.get().port()) : OptionalInt.empty();
    }

    /** Whether others still reach this service through its socket. */
    public boolean reachable() {
        return socket.reachable();
    }

    /** Lets nobody in any more, answers those who are in, and closes. */
    @Override
    public void close() {
        socket.close();
        loopback.ifPresent(LoopbackDoor::close);
    }
}
