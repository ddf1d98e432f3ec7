package planted.app;

/** What no other package may import. */
public final class Planted {}
