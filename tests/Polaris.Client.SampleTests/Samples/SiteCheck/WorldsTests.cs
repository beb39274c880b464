using System.Net;
using SiteCheck;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>Hosted fakes of different sites: each difference is reported, and a client with the proposed options works there.</summary>
public sealed class WorldsTests
{
    private static readonly CheckArguments Write = new() { Write = true, BibId = 5 };

    [Test]
    public async Task World_EasternZoneAndNewerRelease_IsReportedAndCanBeUsed()
    {
        await using var world = await World.StartAsync("""{"options":{"TimeZone":"America/New_York","Version":"7.9.40000.1"}}""");

        var site = await CheckedSite.RunAsync(CheckedSite.PolarisSettings(world.Polaris));

        Assert.That(site.ExitCode, Is.EqualTo(1));
        Assert.That(site.Differing, Is.EquivalentTo(new[] { "status", "time zone" }));
        Assert.That(site["status"], Does.Contain("7.9.40000.1"));
        Assert.That(site.Proposed("Polaris", "ServerTimeZone"), Is.EqualTo("America/New_York"));
        await world.AssertLeaseAndWalkAsync(site);
    }

    [Test]
    public async Task World_IndiaWithoutOffsets_IsMeasuredWithALock()
    {
        await using var world = await World.StartAsync(
            """{"options":{"TimeZone":"Asia/Kolkata","LockDates":"WithoutOffset","ExpirationHasOffset":false}}""");

        var read = await CheckedSite.RunAsync(CheckedSite.PolarisSettings(world.Polaris));
        var site = await CheckedSite.RunAsync(CheckedSite.PolarisSettings(world.Polaris), Write, "5");

        Assert.That(read["time zone"], Does.StartWith("differs: No response had a date with an offset"));
        Assert.That(read.Shown, Does.Contain("Set ServerTimeZone").And.Contain("--write --bib-id N measures it"));
        Assert.That(site.Proposed("Polaris", "ServerTimeZone"), Is.EqualTo("Asia/Kolkata"));
        Assert.That(site["lock dates"], Does.Contain("no offset"));
        await world.AssertLeaseAndWalkAsync(site);
    }

    [Test]
    public async Task World_SloppyAndSlow_IsReportedAndCanBeUsed()
    {
        await using var world = await World.StartAsync(
            """{"options":{"TimeZone":"Australia/Sydney","Sloppiness":"NumbersAsStrings, OtherCasing, ExtraMembers","LockDates":"Null","Latency":"00:00:00.060"}}""");
        var settings = CheckedSite.PolarisSettings(world.Polaris);
        settings["Polaris:Timeout"] = "00:00:00.400";

        var site = await CheckedSite.RunAsync(settings, Write, "5");

        Assert.That(site["responses"], Does.Contain("Numbers are sent as strings.").And.Contain("another casing").And.Contain("objectlocks: NotDocumented"));
        Assert.That(site["lock dates"], Does.StartWith("differs: Locks have no date."));
        Assert.That(site["nothing left behind"], Does.StartWith("ok"));
        Assert.That(TimeSpan.Parse(site.Proposed("Polaris", "Timeout")!, null), Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(site.Proposed("Polaris", "ServerTimeZone"), Is.EqualTo("Australia/Sydney"));
        await world.AssertLeaseAndWalkAsync(site);
    }

    [Test]
    public async Task World_BehindAProxy_IsReportedAndCanBeUsed()
    {
        await using var world = await World.StartAsync("""{"options":{"TimeZone":"Europe/London"}}""");
        await using var proxy = await ChangingProxy.StartAsync(world.Polaris);

        var redirected = await CheckedSite.RunAsync(CheckedSite.PolarisSettings(proxy.OldAddress));
        var site = await CheckedSite.RunAsync(redirected.ConfiguredSettings("Polaris"), Write, "5");

        Assert.That(redirected["status"], Does.StartWith("failed: HTTP 302: the address redirects"));
        Assert.That(redirected.Proposed("Polaris", "BaseAddress"), Is.EqualTo("/leap/Polaris.ApplicationServices/"));
        Assert.That(redirected.Report.ToJsonString(), Does.Not.Contain("127.0.0.1"));
        Assert.That(site["status"], Does.Contain("A proxy is in between"));
        Assert.That(site["compression"], Does.Contain("gzip"));
        Assert.That(site["rejected token"], Does.StartWith("differs: A rejected token is HTTP 401 with an HTML page"));
        await world.AssertLeaseAndWalkAsync(site);
    }

    [Test]
    public async Task World_ProxyThatReplacesErrorPages_IsReported()
    {
        await using var world = await World.StartAsync("{}");
        await using var proxy = await ChangingProxy.StartAsync(world.Polaris);
        proxy.Replaced.Add(HttpStatusCode.NotFound);

        var site = await CheckedSite.RunAsync(CheckedSite.PolarisSettings(proxy.NewAddress));

        Assert.That(site["not found"], Does.StartWith("differs").And.Contain("an HTML page"));
        Assert.That(site.Shown, Does.Contain("PassThrough"));
    }

    [Test]
    public async Task World_MissingPermissionsAndLeftovers_IsReportedAndCanBeUsed()
    {
        await using var world = await World.StartAsync(
            """
            {"options":{"TimeZone":"America/Denver"},"routes":[
              {"method":"GET","path":"collections?*","status":403,"body":{"ErrorCode":0,"Message":"Permission(s) not granted."}},
              {"method":"GET","path":"organizations","status":403},
              {"method":"GET","path":"sysholdstatuses","status":404},
              {"method":"GET","path":"itemstatuses","body":[{"ItemStatusID":1,"Name":"In","Description":"In","BannerText":null},{"ItemStatusID":40,"Name":"New","Description":"New","BannerText":null}]}]}
            """);
        await world.AdminAsync("polaris/locks", """{"user":"cataloger","workstation":1242,"objectType":107,"objectId":9}""");

        var site = await CheckedSite.RunAsync(CheckedSite.PolarisSettings(world.Polaris));

        Assert.That(site["collections"], Does.StartWith("not permitted: GET /collections: HTTP 403"));
        Assert.That(site["organizations"], Does.StartWith("not permitted"));
        Assert.That(site["hold statuses"], Does.StartWith("differs").And.Contain("HTTP 404"));
        Assert.That(site["item statuses"], Does.StartWith("differs").And.Contain("40"));
        Assert.That(site["own locks"], Does.StartWith("differs"));
        Assert.That(site["all locks"], Does.Contain("Unknown object types: 107"));
        await world.AdminAsync("polaris/locks/107/9", delete: true);
        await world.AssertLeaseAndWalkAsync(site);
    }

    [Test]
    public async Task World_OtherSiteDomain_IsReportedAndCanBeUsed()
    {
        await using var world = await World.StartAsync("""{"options":{"SiteDomain":"north"}}""");

        var site = await CheckedSite.RunAsync(CheckedSite.PolarisSettings(world.Polaris));

        Assert.That(site.Proposed("Polaris", "SiteDomain"), Is.EqualTo("north"));
        Assert.That(site.ExitCode, Is.EqualTo(2));
        await world.AssertLeaseAndWalkAsync(site);
    }
}
