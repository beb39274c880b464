using System.Diagnostics;
using System.Globalization;
using Polaris.Client.Marc;

// Reads files that generate.py of shared/marc-data makes and prints rates in CPU time, beside yaz-marcdump and marc4j (if it is installed) on the same file.
//   dotnet run -c Release --project tests/Polaris.Client.Marc.Benchmarks -- clean.mrc [damaged.mrc clean.xml ...]
// yaz stops at damage; a damaged file is compared with its rate on the file named before. For the peak memory, name one file.
if (args.Length == 0)
{
    Console.Error.WriteLine("Name the files to read: ISO 2709 (.mrc) or MARCXML (.xml), made by generate.py.");
    return 64;
}

double rate = double.NaN; // Of yaz, in megabytes a second.
foreach (string path in args)
{
    double megabytes = new FileInfo(path).Length / 1e6;
    bool isXml = path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
    double yaz = Yaz(path, isXml);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, {megabytes:N0} MB"));
    bool isRead = !double.IsNaN(yaz);
    rate = isRead ? megabytes / yaz : rate;
    yaz = megabytes / rate;
    Row(isRead ? "yaz-marcdump, as text" : "yaz-marcdump, at its rate before", megabytes, yaz, yaz, 0);
    foreach (string reader in isXml ? new[] { "xml" } : ["plain", "permissive"])
    {
        if (Marc4j(reader, path) is { } seconds)
        {
            Row($"marc4j, {reader}", megabytes, seconds, yaz, 0);
        }
    }

    (double read, long allocated) = Measure(() => Read(path));
    Row("read", megabytes, read, yaz, allocated / (megabytes * 1e6));
    if (!isXml)
    {
        (double both, _) = Measure(() => Copy(path));
        Row("write (read and write, less read)", megabytes, Math.Max(0.001, both - read), yaz, 0);
    }

    Console.WriteLine($"  peak memory of this process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
}

return 0;

static void Read(string path)
{
    using FileStream stream = File.OpenRead(path);
    long fields = 0;
    foreach (MarcRecord record in MarcReader.Read(stream))
    {
        fields += record.Fields.Count;
    }

    GC.KeepAlive(fields);
}

static void Copy(string path)
{
    using FileStream stream = File.OpenRead(path);
    using var writer = new MarcWriter(Stream.Null);
    foreach (MarcReadResult result in MarcReader.ReadResults(stream))
    {
        if (result is { Record: { } record, Deviations.Count: 0 })
        {
            writer.Write(record);
        }
    }
}

// The best of three, so that what else the machine does counts least.
static (double Seconds, long Allocated) Measure(Action action)
{
    double best = double.MaxValue;
    long allocated = 0;
    for (int round = 0; round < 3; round++)
    {
        long before = GC.GetTotalAllocatedBytes();
        TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
        action();
        best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
        allocated = GC.GetTotalAllocatedBytes() - before;
    }

    return (best, allocated);
}

// The lowest CPU time of marc4j in a warm virtual machine; null if Java or marc4j is missing, or if it stops at damage.
static double? Marc4j(string reader, string path)
{
    try
    {
        string source = Path.Combine(AppContext.BaseDirectory, "Marc4j.java");
        using Process process = Process.Start(new ProcessStartInfo("java", ["-cp", "/usr/share/java/marc4j.jar", source, reader, path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? double.Parse(output, CultureInfo.InvariantCulture) : null;
    }
    catch (System.ComponentModel.Win32Exception)
    {
        return null;
    }
}

// The shell's "times" prints the CPU time of its children, user and system, in its second line: 0m0.86s 0m0.09s.
static double Yaz(string path, bool isXml)
{
    double best = double.NaN;
    for (int round = 0; round < 3; round++)
    {
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", $"yaz-marcdump {(isXml ? "-i marcxml" : "")} \"$0\" > /dev/null && times", path]) { RedirectStandardOutput = true })!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        if (process.ExitCode == 0)
        {
            double seconds = lines[1].Split(' ').Sum(Seconds);
            best = double.IsNaN(best) ? seconds : Math.Min(best, seconds);
        }
    }

    return best;
}

static double Seconds(string time)
{
    string[] parts = time.TrimEnd('s').Split('m');
    return (60 * double.Parse(parts[0], CultureInfo.InvariantCulture)) + double.Parse(parts[1], CultureInfo.InvariantCulture);
}

static void Row(string name, double megabytes, double seconds, double yaz, double allocated) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"  {name,-36} {seconds,7:N2} s CPU {megabytes / seconds,7:N0} MB/s   ratio to yaz {yaz / seconds,5:N2}{(allocated > 0 ? $"   {allocated:N1} bytes allocated a byte" : "")}"));
