package dev.greenlane.store;

/** Waits for the ends of threads. Stateless. */
final class Ends {
    private Ends() {}

    /** Returns when the thread has ended; whoever interrupts the one that waits is heard afterwards. */
    static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
