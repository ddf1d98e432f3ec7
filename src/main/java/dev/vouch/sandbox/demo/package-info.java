/** A script of two weeks in a workspace, to play into the sandbox. */
@NullMarked
package dev.vouch.sandbox.demo;

import org.jspecify.annotations.NullMarked;
