using System.Globalization;
using System.Text.Json.Nodes;
using Polaris.Client;

namespace SiteCheck;

/// <summary>The checks of one server: runs them one after another, and keeps what they find.</summary>
/// <param name="name">The section of the settings: <c>Polaris</c> or <c>Folio</c>.</param>
/// <param name="recorder">Every exchange with the server.</param>
/// <param name="scrub">Removes host, user and secrets from a message.</param>
/// <param name="show">Shows each finding as soon as it is known.</param>
internal sealed class SystemCheck(string name, Recorder recorder, Func<string, string> scrub, Action<Finding> show)
{
    private readonly List<Finding> _findings = [];
    private readonly List<NotChecked> _notChecked = [];

    public string Name => name;

    public Recorder Recorder => recorder;

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<NotChecked> NotChecked => _notChecked;

    /// <summary>What a double of this server needs: see <c>FakePolarisOptions.FromSiteCheck</c>.</summary>
    public JsonObject Fake { get; } = [];

    /// <summary>After the writing checks: the proof that nothing was saved and every lock released.</summary>
    public List<string> Proof { get; } = [];

    /// <summary>Why no more checks are run; null if they are.</summary>
    public string? Stopped { get; private set; }

    /// <summary>Ends the run, so that a password is not sent to a stranger and an account is not blocked.</summary>
    public void Stop(string reason) => Stopped ??= reason;

    public void Skip(string check, string reason) => _notChecked.Add(new NotChecked(check, reason));

    /// <summary>Runs one check; whatever goes wrong becomes its finding.</summary>
    public async Task RunAsync(string check, Func<Task<Finding>> run)
    {
        if (Stopped is not null)
        {
            Skip(check, Stopped);
            return;
        }

        Finding finding;
        try
        {
            finding = await run();
        }
        catch (PermissionDeniedException denied)
        {
            finding = new Finding(CheckResult.NotPermitted, $"{denied.Route}: HTTP 403.", Setting.Advice(
                $"Grant the user{(Permission(denied) is { } permission ? $" the permission {permission}" : " or workstation the permission")}, or do not use this call."));
        }
        catch (AuthenticationFailedException refused)
        {
            finding = Finding.Failed(scrub(refused.Message), new Setting("Credentials", null, "the server did not accept them."));
            Stop("The server did not accept the credentials; a further attempt could block the account.");
        }
        catch (Exception error) when (error is not OperationCanceledException or TaskCanceledException { InnerException: TimeoutException })
        {
            // The messages of others may quote the response.
            finding = Finding.Failed(error is PolarisClientException or HttpRequestException or IOException or TaskCanceledException
                ? scrub(error.Message)
                : $"The response is not as documented ({error.GetType().Name}).");
        }

        Add(finding with { Check = check });
    }

    /// <summary>The time of each response.</summary>
    public Task LatencyAsync(TimeSpan timeout) => RunAsync("latency", () => Task.FromResult(Latency(timeout)));

    private void Add(Finding finding)
    {
        _findings.Add(finding);
        show(finding);
    }

    private Finding Latency(TimeSpan timeout)
    {
        TimeSpan[] times = [.. recorder.Exchanges.Select(exchange => exchange.Elapsed).Order()];
        if (times.Length == 0)
        {
            return Finding.Failed("No response was received.");
        }

        TimeSpan At(double share) => times[Math.Max(0, (int)Math.Ceiling(share * times.Length) - 1)];
        Fake["latencyMilliseconds"] = Milliseconds(At(0.5));
        Fake["latencyJitterMilliseconds"] = Milliseconds(At(0.95) - At(0.5));
        var found = $"{times.Length} responses: half within {Text(At(0.5))}, 90 % within {Text(At(0.9))}, 99 % within {Text(At(0.99))}, slowest {Text(times[^1])}.";

        // A sign-in may take a quarter of the timeout; a server under load is slower than during a check.
        var needed = TimeSpan.FromSeconds(Math.Ceiling(times[^1].TotalSeconds * 8));
        return needed <= timeout
            ? Finding.Ok(found)
            : Finding.Differs(found, new Setting(
                "Timeout", needed.ToString("c", CultureInfo.InvariantCulture), $"it is {timeout}, and a sign-in may take at most a quarter of it."));
    }

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    /// <summary>The name of a permission in FOLIO's message; the rest of the message names the user.</summary>
    private static string? Permission(RequestFailedException denied) =>
        denied.ServerMessage is { } message && message.LastIndexOf("permission: ", StringComparison.Ordinal) is >= 0 and var at
        && message[(at + "permission: ".Length)..].Trim() is { Length: > 0 and < 120 } permission
        && permission.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? permission
            : null;
}
