package dev.greenlane.service.http;

import dev.greenlane.service.life.Identity;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The user's socket, through which nearly every question comes. Threads wait at it in a line: the first takes the next guest,
 * and hears, answers and sees him out itself, so that no question changes threads and a file system that hangs holds up one
 * guest alone. Thread-safe.
 */
final class SocketDoor implements AutoCloseable {
    /** Longest address of a Unix domain socket, in bytes, on the system that allows least. */
    private static final int LONGEST_ADDRESS = 100;

    private static final int WAITING_GUESTS = 1024;
    private static final int MOST_THREADS = 256;
    /** So many threads stay when they have nothing to do. */
    private static final int SPARE_THREADS = 64;

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(20);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final ServerSocketChannel door;
    private final Path socket;
    private final Identity bound;
    private final Function<Question, Answer> answers;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    /** How many threads there are, and how many of them wait for a guest. Guarded by this. */
    private int threads;

    private int waiting;

    private SocketDoor(ServerSocketChannel door, Path socket, Function<Question, Answer> answers) {
        this.door = door;
        this.socket = socket;
        this.bound = Identity.of(socket);
        this.answers = answers;
    }

    /**
     * Opens it.
     *
     * @param socket where it is to be; what stands there is removed
     * @param answers answers a question; must not throw
     */
    static SocketDoor open(Path socket, Function<Question, Answer> answers) throws IOException {
        Path address = freeAddress(socket);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(address), WAITING_GUESTS);
        Files.setPosixFilePermissions(address, PosixFilePermissions.fromString("rw-------"));
        SocketDoor door = new SocketDoor(channel, socket, answers);
        door.letSomebodyWait();
        thread("socket-idle", door::sendIdleGuestsAway);
        return door;
    }

    /** Whether others still reach this service through its socket. */
    boolean reachable() {
        return bound.holds();
    }

    /** Lets nobody in any more, answers those who are in, and closes. */
    @Override
    public void close() {
        if (bound.holds()) {
            socket.toFile().delete();
        }
        long deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
        for (int empty = 0; empty < 3 && System.nanoTime() < deadline; ) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            empty = visits.isEmpty() ? empty + 1 : 0;
        }
        try {
            door.close();
        } catch (IOException e) {
            // The process ends; what cannot be closed ends with it.
            return;
        }
        visits.forEach(Visit::end);
    }

    /** What a thread does. */
    private void serve() {
        boolean stays = true;
        while (stays && door.isOpen()) {
            try {
                receive(door.accept());
                stays = stays();
            } catch (ClosedChannelException e) {
                stays = false;
            } catch (IOException e) {
                // Too many open files, perhaps: others close theirs in time.
                LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
            }
        }
    }

    private void receive(SocketChannel guest) {
        Visit visit = new Visit(guest);
        visits.add(visit);
        try {
            guestTaken();
            visit.receive(answers);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // This guest hears nothing, which a hook takes for a refusal; the next one may have more luck.
            visit.end();
        } finally {
            visits.remove(visit);
        }
    }

    /** A thread has gone from the line, and somebody has to wait for the next guest. */
    private synchronized void guestTaken() {
        waiting--;
        letSomebodyWait();
    }

    private synchronized void letSomebodyWait() {
        if (waiting == 0 && threads < MOST_THREADS) {
            thread("door-" + threads, this::serve);
            waiting++;
            threads++;
        }
    }

    /** Whether a thread that has nothing to do goes back to the line. */
    private synchronized boolean stays() {
        if (waiting < SPARE_THREADS) {
            waiting++;
            return true;
        }
        threads--;
        return false;
    }

    private void sendIdleGuestsAway() {
        while (door.isOpen()) {
            LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
            visits.forEach(visit -> visit.endIfIdle(IDLE.toNanos()));
        }
    }

    private static void thread(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    /** The address to bind: the path itself, or a short one in a new private folder to which a link at the path leads. */
    private static Path freeAddress(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS) {
            return socket;
        }
        Path address =
                Files.createTempDirectory(Path.of("/tmp"), "greenlane-service-").resolve("s");
        Files.createSymbolicLink(socket, address);
        return address;
    }
}
