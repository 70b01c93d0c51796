package dev.greenlane.gateway.http;

import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** The body of a request that goes on. */
sealed interface Body {
    Request.Content content();

    /** A body that is at hand, and can be sent again. */
    record Whole(byte[] bytes) implements Body {
        @Override
        public Request.Content content() {
            return new BytesRequestContent(bytes);
        }
    }

    /**
     * A body that goes on as fast as the API takes it.
     *
     * @param length in bytes; -1 where the client does not say
     * @param read is called when all of it was read
     */
    record Coming(Content.Source source, long length, Runnable read) implements Body {
        @Override
        public Request.Content content() {
            return new Flowing(source, length, read);
        }
    }

    /** Hands a server's request on as a client's. */
    record Flowing(Content.Source source, long length, Runnable done) implements Request.Content {
        @Override
        public long getLength() {
            return length;
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = source.read();
            if (chunk != null && chunk.isLast()) {
                done.run();
            }
            return chunk;
        }

        @Override
        public void demand(Runnable ready) {
            source.demand(ready);
        }

        @Override
        public void fail(Throwable cause) {
            source.fail(cause);
        }
    }
}
