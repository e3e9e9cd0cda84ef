package io.rakegate.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The sandbox's services are part of the server, so that their addresses need its port before it starts. */
public final class FreePort {

    private FreePort() {}

    /** A port of this machine that nobody listens on now. */
    public static int choose() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
