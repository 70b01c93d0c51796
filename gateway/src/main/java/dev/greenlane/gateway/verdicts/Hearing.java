package dev.greenlane.gateway.verdicts;

import dev.greenlane.gateway.messages.ToolUse;
import dev.greenlane.gateway.verdicts.Judge.Scene;
import dev.greenlane.gateway.verdicts.PerCall.Unavailable;
import dev.greenlane.gateway.verdicts.PerCall.Why;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Judges the uses of one answer as they come, beside the stream. One after the other, in the order in which the model wants
 * them: a later one may run what an earlier one has written. Thread-safe.
 */
public final class Hearing implements AutoCloseable {
    private static final ToolUse END = new ToolUse("", "", null, Optional.empty());

    private final Judge judge;
    private final BlockingQueue<ToolUse> queue = new LinkedBlockingQueue<>();
    private final Map<String, PerCall> verdicts = new LinkedHashMap<>();
    private int waiting;

    /** @param scene reads what the request tells; runs beside the stream, too */
    public Hearing(Judge judge, Supplier<Scene> scene) {
        this.judge = judge;
        Thread.ofVirtual().name("hearing").start(() -> hear(scene));
    }

    /** Takes uses that are to be judged. */
    public void take(List<ToolUse> uses) {
        synchronized (this) {
            waiting += uses.size();
        }
        queue.addAll(uses);
    }

    /** Waits until all that was taken is judged, or the time is over. */
    public synchronized boolean await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis();
                waiting > 0 && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return waiting == 0;
    }

    /** The verdicts; of what is not judged yet, that it took too long. */
    public synchronized Map<String, PerCall> verdicts(List<String> ids) {
        Map<String, PerCall> all = new LinkedHashMap<>();
        for (String id : ids) {
            all.put(id, verdicts.getOrDefault(id, new Unavailable(Why.TIMEOUT)));
        }
        return all;
    }

    private void hear(Supplier<Scene> reader) {
        try {
            Scene scene = reader.get();
            judge.tell(scene);
            for (ToolUse use = queue.take(); !use.equals(END); use = queue.take()) {
                heard(use.id(), judge.judge(scene, use));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            broken();
        }
    }

    private synchronized void heard(String id, PerCall verdict) {
        verdicts.merge(id, verdict, PerCall::or);
        waiting--;
        notifyAll();
    }

    /** An error of our own: nothing of this answer can be judged any more. */
    private void broken() {
        try {
            for (ToolUse use = queue.take(); !use.equals(END); use = queue.take()) {
                heard(use.id(), new Unavailable(Why.ERROR));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody waits any more. What is being asked is asked to its end. */
    @Override
    public void close() {
        queue.clear();
        queue.add(END);
    }
}
