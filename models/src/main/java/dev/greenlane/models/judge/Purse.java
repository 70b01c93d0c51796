package dev.greenlane.models.judge;

/** The money that may be spent on judging. Thread-safe. */
public interface Purse {
    /** A purse that is never empty. */
    Purse BOTTOMLESS = new Purse() {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public void spend(long micros) {}
    };

    /** Whether nothing more may be spent. */
    boolean isEmpty();

    /** Takes what was spent, in millionths of a US dollar; the last answer may cost more than there is left. */
    void spend(long micros);
}
