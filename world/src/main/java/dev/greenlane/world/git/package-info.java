/**
 * Git as the gate sees it: what is simple and documented is read from the files, the rest is asked of the git program, which is
 * kept from running anything of the repository, from writing and from the network. Knows nothing of calls, rules or sessions.
 */
@NullMarked
package dev.greenlane.world.git;

import org.jspecify.annotations.NullMarked;
