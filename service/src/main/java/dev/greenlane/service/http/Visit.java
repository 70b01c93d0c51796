package dev.greenlane.service.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;

/** A guest at the socket: brings one question, takes one answer and goes. One thread answers; any may end it. */
final class Visit {
    private static final int PIECE = 4 * 1024;
    private static final int LARGE_PIECE = 256 * 1024;
    private static final ByteBuffer GO_ON =
            ByteBuffer.wrap("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    /** In the place of a time: the guest waits for us, not we for the guest. */
    private static final long ANSWERING = Long.MAX_VALUE;

    private final SocketChannel guest;
    private volatile long moved = System.nanoTime();

    Visit(SocketChannel guest) {
        this.guest = guest;
    }

    /** Hears the question, has it answered, and sees the guest out; a guest who goes early is not held. */
    void receive(Function<Question, Answer> answers) {
        try (guest) {
            Incoming incoming = new Incoming();
            if (hear(incoming)) {
                moved = ANSWERING;
                Answer answer = incoming.answered(answers);
                moved = System.nanoTime();
                send(ByteBuffer.wrap(bytes(answer)));
            }
        } catch (IOException e) {
            // The guest has gone, or was idle for too long.
            return;
        }
    }

    /** Ends the visit of a guest who neither sends nor takes anything. */
    void endIfIdle(long nanos) {
        long last = moved;
        if (last != ANSWERING && System.nanoTime() - last > nanos) {
            end();
        }
    }

    /** Ends the visit, whatever it is at. */
    void end() {
        try {
            guest.close();
        } catch (IOException e) {
            // It is over all the same.
            return;
        }
    }

    /** Whether there was a question. */
    private boolean hear(Incoming incoming) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        while (!incoming.isOver()) {
            if (guest.read(piece) < 0) {
                return false;
            }
            moved = System.nanoTime();
            boolean full = !piece.hasRemaining();
            incoming.read(piece.flip());
            if (incoming.waits()) {
                send(GO_ON.duplicate());
            }
            piece = full && piece.capacity() < LARGE_PIECE ? ByteBuffer.allocate(LARGE_PIECE) : piece.clear();
        }
        return true;
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            guest.write(bytes);
            moved = System.nanoTime();
        }
    }

    private static byte[] bytes(Answer answer) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 " + answer.status() + " " + HttpStatus.getMessage(answer.status())
                        + "\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
