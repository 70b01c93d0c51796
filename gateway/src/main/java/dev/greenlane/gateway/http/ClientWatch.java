package dev.greenlane.gateway.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that a client goes away while it waits for its answer. HTTP/1.1 servers read nothing in that time, so the end of the
 * connection would show only when something is written, and a model can be silent for minutes. Thread-safe.
 */
final class ClientWatch implements Callback, AutoCloseable {
    private final EndPoint endPoint;
    private final Runnable gone;
    private boolean begun;
    private boolean over;

    /** @param gone is called once when the client has gone away; must not block */
    ClientWatch(Request request, Runnable gone) {
        this.endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        this.gone = gone;
    }

    /** Watches from now on: the request was read in full. */
    synchronized void begin() {
        if (!begun && !over && endPoint instanceof AbstractEndPoint) {
            begun = true;
            endPoint.tryFillInterested(this);
        }
    }

    @Override
    public synchronized void succeeded() {
        if (over) {
            return;
        }
        ByteBuffer one = BufferUtil.allocate(1);
        try {
            int read = endPoint.fill(one);
            if (read == 0) {
                endPoint.tryFillInterested(this);
            } else if (read < 0) {
                left();
            } else if (endPoint.getConnection() instanceof Connection.UpgradeTo next) {
                // The client has sent its next request already, so it is there.
                over = true;
                next.onUpgradeTo(one);
            }
        } catch (IOException e) {
            left();
        }
    }

    @Override
    public synchronized void failed(Throwable cause) {
        if (!over) {
            left();
        }
    }

    private void left() {
        over = true;
        gone.run();
    }

    /** Watches no longer; must be called before the answer is complete. */
    @Override
    public synchronized void close() {
        boolean watching = begun && !over;
        over = true;
        if (watching) {
            ((AbstractEndPoint) endPoint).getFillInterest().onFail(new CancellationException());
        }
    }
}
