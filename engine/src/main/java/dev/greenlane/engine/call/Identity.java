package dev.greenlane.engine.call;

import java.util.Optional;

/**
 * By what names the person for whom a call is made goes: what "my" in their words may mean.
 *
 * @param account the user's name on this machine
 * @param name the name that git writes into commits
 * @param email the address that git writes into commits
 */
public record Identity(Optional<String> account, Optional<String> name, Optional<String> email) {

    /** Nobody knows. */
    public static final Identity UNKNOWN = new Identity(Optional.empty(), Optional.empty(), Optional.empty());
}
