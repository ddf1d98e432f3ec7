/** The command line: main, and a class for each command. */
@NullMarked
package dev.vouch.app;

import org.jspecify.annotations.NullMarked;
