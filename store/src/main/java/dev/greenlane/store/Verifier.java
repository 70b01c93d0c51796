package dev.greenlane.store;

import dev.greenlane.store.Verification.Broken;
import dev.greenlane.store.Verification.Intact;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;

/** Follows the chain from the anchor to the head. */
final class Verifier {
    private Verifier() {}

    /** Reads every entry once, in one view of the file. */
    static Verification run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement ends = connection.createStatement();
                ResultSet chain =
                        ends.executeQuery("SELECT anchor_number, anchor_hash, head_number, head_hash FROM chain");
                Statement all = connection.createStatement();
                ResultSet entries =
                        all.executeQuery("SELECT number, hash, " + Column.list() + " FROM entries ORDER BY number")) {
            if (!chain.next()) {
                return new Broken(1, "the record of where the chain begins and ends is gone");
            }
            long number = chain.getLong(1);
            byte[] hash = chain.getBytes(2);
            long first = number + 1;
            while (entries.next()) {
                number++;
                if (entries.getLong(1) != number) {
                    return new Broken(number, "it is missing");
                }
                hash = Chain.link(hash, number, Chain.content(Row.read(entries, 3)));
                if (!Arrays.equals(hash, entries.getBytes(2))) {
                    return new Broken(number, "it is not what was written");
                }
            }
            long last = chain.getLong(3);
            if (number < last) {
                return new Broken(number + 1, "it is missing, with all up to " + last);
            } else if (number > last || !Arrays.equals(hash, chain.getBytes(4))) {
                return new Broken(Math.min(number, last + 1), "the chain should end before it");
            }
            return new Intact(first, last, HexFormat.of().formatHex(hash));
        } finally {
            connection.rollback();
        }
    }
}
