package dev.agoratoken.app.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Standard error whose error flag is reset when it is read, because a full disk may have space again later. */
public final class StandardError extends PrintStream {
    StandardError(OutputStream out, Charset charset) {
        super(out, true, charset);
    }

    /** Standard error of the process, in the encoding that Java detected. */
    public static StandardError ofProcess() {
        String encoding = System.getProperty("stderr.encoding", System.getProperty("sun.stderr.encoding"));
        return new StandardError(
                new FileOutputStream(FileDescriptor.err),
                encoding == null ? Charset.defaultCharset() : Charset.forName(encoding));
    }

    @Override
    public boolean checkError() {
        boolean failed = super.checkError();
        clearError();
        return failed;
    }
}
