using Polaris.Client;

namespace SiteCheck;

/// <summary>The servers of the settings.</summary>
/// <param name="Polaris">Null if no Polaris server is configured.</param>
/// <param name="Folio">Null if no FOLIO gateway is configured.</param>
internal sealed record Sites(PolarisClientOptions? Polaris, FolioClientOptions? Folio);

/// <summary>Where the checks reach the network, the person and the clock; tests replace them.</summary>
internal sealed class Surroundings
{
    /// <summary>Creates the primary handler for a server.</summary>
    public Func<Uri, HttpMessageHandler> Network { get; init; } = Probe.Network;

    /// <summary>Asks the person, and returns the answer.</summary>
    public Func<string, CancellationToken, Task<string?>> Ask { get; init; } = (_, _) => Task.FromResult<string?>(null);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Shows a line as soon as it is known.</summary>
    public Action<string> Show { get; init; } = _ => { };
}

/// <summary>Runs the checks of all configured servers.</summary>
internal sealed class SiteCheckRun(CheckArguments arguments, Surroundings surroundings)
{
    private const string NoConsent = "You did not confirm it.";

    public async Task<SiteReport> RunAsync(Sites sites, CancellationToken cancellationToken)
    {
        var report = new SiteReport(surroundings.Time.GetUtcNow());
        if (sites.Polaris is { } polaris)
        {
            report.Add(await CheckAsync(polaris, report.Redactor(polaris), cancellationToken));
        }

        if (sites.Folio is { } folio)
        {
            report.Add(await CheckAsync(folio, report.Redactor(folio, arguments.OtherTenant), cancellationToken));
        }

        return report;
    }

    private async Task<SystemCheck> CheckAsync(PolarisClientOptions options, Redactor redactor, CancellationToken cancellationToken)
    {
        using var recorder = new Recorder(surroundings.Network(options.BaseAddress!), PolarisChecks.ResourceOf, surroundings.Time);
        var check = NewCheck("Polaris", recorder, redactor);
        await using var polaris = PolarisClient.Create(options, recorder, time: surroundings.Time);
        var checks = new PolarisChecks(check, polaris, options, redactor);
        await checks.RunAsync(arguments, cancellationToken);
        ZonedDate? measured = null;
        if (arguments is { Write: true, BibId: { } bibId } && check.Stopped is null)
        {
            if (await ConsentsAsync(bibId, cancellationToken))
            {
                var writing = new PolarisWriteChecks(check, polaris, () => PolarisClient.Create(options, recorder, time: surroundings.Time), bibId);
                await writing.RunAsync(cancellationToken);
                measured = writing.Measured;
            }
            else
            {
                check.Skip("writing checks", NoConsent);
            }
        }

        await checks.ConcludeAsync(measured);
        return check;
    }

    private async Task<bool> ConsentsAsync(int bibId, CancellationToken cancellationToken) =>
        (await surroundings.Ask(PolarisWriteChecks.Question(bibId), cancellationToken))?.Trim() == $"{bibId}";

    private async Task<SystemCheck> CheckAsync(FolioClientOptions options, Redactor redactor, CancellationToken cancellationToken)
    {
        using var recorder = new Recorder(surroundings.Network(options.BaseAddress!), address => FolioChecks.ResourceOf(options, address), surroundings.Time);
        var check = NewCheck("Folio", recorder, redactor);
        await using var folio = FolioClient.Create(options, recorder, time: surroundings.Time);
        await new FolioChecks(check, folio, options, redactor).RunAsync(arguments, cancellationToken);
        return check;
    }

    private SystemCheck NewCheck(string name, Recorder recorder, Redactor redactor) =>
        new(name, recorder, redactor.Scrub, finding => TextReport.Lines(finding).ForEach(surroundings.Show));
}
