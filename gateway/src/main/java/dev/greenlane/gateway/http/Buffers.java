package dev.greenlane.gateway.http;

import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;

/** Buffers that are used again: as many as a busy hour needs are kept, and no more. Stateless. */
final class Buffers {
    private static final int SMALLEST = 0;
    private static final int STEP = 4 * 1024;
    private static final int LARGEST = 64 * 1024;
    private static final int MOST_OF_ONE_SIZE = 256;
    private static final long KEPT = 8L << 20;

    private Buffers() {}

    static ByteBufferPool pool() {
        return new ArrayByteBufferPool(SMALLEST, STEP, LARGEST, MOST_OF_ONE_SIZE, KEPT, KEPT);
    }
}
