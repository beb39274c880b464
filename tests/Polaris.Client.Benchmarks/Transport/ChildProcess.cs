using System.Diagnostics;

namespace Polaris.Client.Benchmarks.Transport;

/// <summary>This program in another process.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>What the child printed as its first line.</summary>
    public string FirstLine { get; private set; } = "";

    /// <summary>Starts the child and waits for its first line.</summary>
    public static async Task<ChildProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);

        // The usual pace of the compiler (0x64 ms), which this process hurries for its own figures.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "64";
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var child = new ChildProcess(Process.Start(start)!);
        child.FirstLine = await child._process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"The child process {string.Join(' ', arguments)} printed nothing.");
        return child;
    }

    /// <summary>Ends the child by ending its input.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
