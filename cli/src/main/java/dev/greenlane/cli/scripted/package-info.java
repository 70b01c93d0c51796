/**
 * A model that plays a script: a loopback server which speaks the protocols of model servers just well enough that real agents
 * run against it. {@code doctor} and the tests with real clients use it. It knows nothing of Greenlane's verdicts.
 */
@NullMarked
package dev.greenlane.cli.scripted;

import org.jspecify.annotations.NullMarked;
