using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>What a report of <c>polaris-site-check</c> contains for a double of the site.</summary>
internal sealed class SiteCheckReport
{
    private const string Format = "polaris-site-check/1";
    private readonly string _file;
    private readonly JsonObject _site;

    private SiteCheckReport(string file, JsonObject site)
    {
        _file = file;
        _site = site;
    }

    /// <param name="file">The report.</param>
    /// <param name="system">Its part: <c>polaris</c> or <c>folio</c>.</param>
    public static SiteCheckReport Read(string file, string system)
    {
        JsonObject? report = Parse(File.ReadAllText(file ?? throw new ArgumentNullException(nameof(file)))) as JsonObject;
        if (report.Text("format") is not Format)
        {
            throw new FormatException($"{file} is not a report of polaris-site-check: its format must be {Format}. Use a report that was written with --report NAME.json.");
        }

        return report.Object(system).Object("fake") is { } site
            ? new SiteCheckReport(file!, site)
            : throw new FormatException($"{file} does not have the part {system}: that server was not checked.");
    }

    public FakePolarisOptions ToPolaris()
    {
        FakePolarisOptions options = new();
        options.ServerTimeZone = Zone() ?? options.ServerTimeZone;
        options.Version = _site.Text("version") ?? options.Version;
        options.LockDates = Member<FakeLockDates>("lockDates") ?? options.LockDates;
        options.ExpirationHasOffset = _site.Flag("expirationHasOffset") ?? options.ExpirationHasOffset;
        options.SignInClearsLocks = _site.Flag("signInClearsLocks") ?? options.SignInClearsLocks;
        options.TokenLifetime = Time("tokenLifetimeSeconds", TimeSpan.TicksPerSecond) ?? options.TokenLifetime;
        options.Latency = Time("latencyMilliseconds", TimeSpan.TicksPerMillisecond) ?? options.Latency;
        options.LatencyJitter = Time("latencyJitterMilliseconds", TimeSpan.TicksPerMillisecond) ?? options.LatencyJitter;
        foreach (JsonNode? kind in _site["sloppiness"] as JsonArray ?? [])
        {
            options.Sloppiness |= Parse<FakeSloppiness>("sloppiness", kind?.ToString());
        }

        foreach (KeyValuePair<string, JsonNode?> resource in _site.Object("additionalMembers") ?? [])
        {
            options.AdditionalMembers[resource.Key] = resource.Value is JsonObject members ? Json.Copy(members) : [];
        }

        return options;
    }

    public FakeFolioOptions ToFolio()
    {
        FakeFolioOptions options = new();
        options.Platform = Member<FolioPlatform>("platform") ?? options.Platform;
        options.Release = Member<FolioRelease>("release") ?? options.Release;
        options.MaxPageSize = _site.Int("maxPageSize") ?? options.MaxPageSize;
        options.SecureCookies = _site.Flag("secureCookies") ?? options.SecureCookies;
        options.AccessTokenLifetime = Time("accessTokenLifetimeSeconds", TimeSpan.TicksPerSecond) ?? options.AccessTokenLifetime;
        options.RefreshTokenLifetime = Time("refreshTokenLifetimeSeconds", TimeSpan.TicksPerSecond) ?? options.RefreshTokenLifetime;
        options.HasLoginWithExpiry = _site.Flag("hasLoginWithExpiry") ?? options.HasLoginWithExpiry;
        options.HasLegacyLogin = !options.HasLoginWithExpiry || options.HasLegacyLogin;
        options.AllowCrossTenantRequests = _site.Flag("allowCrossTenantRequests") ?? options.AllowCrossTenantRequests;
        return options;
    }

    private TimeZoneInfo? Zone()
    {
        string? id = _site.Text("timeZone");
        try
        {
            return id is null ? null : TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new FormatException($"{_file}: this machine does not have the time zone '{id}'. Change timeZone to an ID that it has.", error);
        }
    }

    private TimeSpan? Time(string name, long ticks) => _site[name] is JsonValue value && value.TryGetValue(out double number)
        ? TimeSpan.FromTicks((long)(number * ticks)) : null;

    private T? Member<T>(string name)
        where T : struct, Enum => _site.Text(name) is { } text ? Parse<T>(name, text) : null;

    private T Parse<T>(string name, string? text)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out T value) && !int.TryParse(text, out _)
            ? value
            : throw new FormatException($"{_file}: {name} is '{text}'. Use a member of {typeof(T).Name}.");

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
