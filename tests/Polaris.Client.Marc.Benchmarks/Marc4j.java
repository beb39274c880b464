import com.sun.management.OperatingSystemMXBean;
import java.io.FileInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.marc4j.MarcPermissiveStreamReader;
import org.marc4j.MarcReader;
import org.marc4j.MarcStreamReader;
import org.marc4j.MarcXmlReader;

/** Reads a file three times with marc4j and prints the lowest CPU time in seconds. Arguments: plain, permissive or xml; the file. */
class Marc4j {
    public static void main(String[] args) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = system.getProcessCpuTime();
            try (InputStream in = new FileInputStream(args[1])) {
                MarcReader reader = args[0].equals("xml") ? new MarcXmlReader(in)
                    : args[0].equals("plain") ? new MarcStreamReader(in) : new MarcPermissiveStreamReader(in, true, true);
                while (reader.hasNext()) {
                    reader.next();
                }
            }
            best = Math.min(best, system.getProcessCpuTime() - start);
        }
        System.out.println(best / 1e9);
    }
}
