/**
 * Data files: read from YAML and checked while building, kept as one compact resource, read back without YAML. Knows the
 * form of data and nothing of what it means. Reads JSON as well.
 */
@NullMarked
package dev.greenlane.engine.data;

import org.jspecify.annotations.NullMarked;
