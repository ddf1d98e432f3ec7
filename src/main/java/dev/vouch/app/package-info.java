/** Main, the commands of the command line, settings, wiring and health. */
@NullMarked
package dev.vouch.app;

import org.jspecify.annotations.NullMarked;
