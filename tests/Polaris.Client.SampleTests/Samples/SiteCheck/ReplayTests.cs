using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using SiteCheck;
using WireMock.Server;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>A WireMock.Net server that has read the recorded mappings is checked with the same findings as the server they were recorded from.</summary>
public sealed partial class ReplayTests
{
    [Test]
    public async Task Polaris_Recorded_IsReplayed()
    {
        var fake = new FakePolaris(new FakePolarisOptions { ServerTimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") })
            .WithBib(5, marc: new MarcRecord().Field("100", '1', ' ', ('a', "Author")).Field("245", '1', '0', ('a', "Title"))).WithItem(17, "0017").LockAs("colleague", 15, ObjectType.Patron, 29937777)
            .On(HttpMethod.Get, "patrons/{id}", request => FakeResponse.Json($$"""{"PatronID":{{request["id"]}},"Birthdate":"1980-02-03T00:00:00"}"""));
        var site = await CheckedSite.RunAsync(fake, new CheckArguments { BibId = 5, ItemId = 17, PatronId = 29937777 });
        using var server = Replay(site, "Polaris");

        var settings = CheckedSite.PolarisSettings(server.Url + "/");
        var replayed = await CheckedSite.RunAsync(settings, new CheckArguments
        {
            BibId = IdIn(site, "bibliographicrecords"),
            ItemId = IdIn(site, "itemrecords"),
            PatronId = IdIn(site, "patrons"),
        });

        AssertSame(server, replayed, site);
        Assert.That(site["bibliographic record"], Does.Contain("with 2 MARC fields"));
    }

    [TestCase(FolioPlatform.Okapi)]
    [TestCase(FolioPlatform.Eureka)]
    public async Task Folio_Recorded_IsReplayed(FolioPlatform platform)
    {
        var fake = new FakeFolio(new FakeFolioOptions { Platform = platform, MaxPageSize = 40 });
        var tenant = fake.Tenant(FakeFolio.DefaultTenant);
        tenant.AddReferenceData();
        tenant.Resource("holdings-sources").Add("MARKSOURCE");

        var site = await CheckedSite.RunAsync(fake);
        using var server = Replay(site, "Folio");
        var settings = CheckedSite.FolioSettings(server.Url + "/");
        settings["Folio:Tenant"] = "redacted";
        var replayed = await CheckedSite.RunAsync(settings);

        AssertSame(server, replayed, site);
        Assert.That(site["walk by ID"], Does.StartWith("ok: A walk returned all"));
    }

    [TestCase(FolioPlatform.Okapi)]
    [TestCase(FolioPlatform.Eureka)]
    public async Task Folio_RecordedByAUserWithFewPermissions_IsReplayed(FolioPlatform platform)
    {
        var fake = new FakeFolio(new FakeFolioOptions { Platform = platform });
        fake.Tenant(FakeFolio.DefaultTenant).AddUser("reader", "password", "inventory-storage.holdings-sources.collection.get");
        var given = CheckedSite.FolioSettings("https://folio.test/");
        given["Folio:Credentials:UserName"] = "reader";
        given["Folio:Credentials:Password"] = "password";

        var site = await CheckedSite.RunAsync(given, network: _ => fake.CreateHandler());
        using var server = Replay(site, "Folio");
        var settings = CheckedSite.FolioSettings(server.Url + "/");
        settings["Folio:Tenant"] = "redacted";
        var replayed = await CheckedSite.RunAsync(settings);

        AssertSame(server, replayed, site);
        Assert.That(site["material types"], Does.StartWith("not permitted"));
    }

    [Test]
    public async Task Recorded_RequestWithChangingAnswers_IsAnsweredInTurn()
    {
        var site = await CheckedSite.RunAsync(new FakePolaris().WithBib(5), new CheckArguments { Write = true, BibId = 5 }, "5");

        var mappings = Mappings(site, "Polaris").Select(file => JsonNode.Parse(File.ReadAllText(file))!).ToList();
        var turns = mappings.Where(one => one["scenarioName"] is not null).GroupBy(one => (string)one["scenarioName"]!).ToList();
        var single = mappings.Where(one => one["scenarioName"] is null).Select(one => one["request"]!.ToJsonString()).ToList();

        Assert.That(turns, Is.Not.Empty, "the record is locked, and later it is not");
        Assert.That(single, Is.Unique);
        foreach (var turn in turns)
        {
            var states = turn.OrderBy(one => (string)one["name"]!, StringComparer.Ordinal).ToList();
            Assert.That((string?)states[0]["requiredScenarioState"], Is.EqualTo("Started"));
            Assert.That(states.Skip(1).Select(one => (string?)one["requiredScenarioState"]), Is.EqualTo(states.SkipLast(1).Select(one => (string?)one["newScenarioState"])));
            Assert.That(states[^1]["newScenarioState"], Is.Null, "the last answer stays");
        }
    }

    private static void AssertSame(WireMockServer server, CheckedSite replayed, CheckedSite site) => Assert.Multiple(() =>
    {
        var unmatched = server.LogEntries.Where(entry => entry.MappingGuid is null).Select(entry => $"{entry.RequestMessage?.Method} {entry.RequestMessage?.Url}");
        Assert.That(unmatched, Is.Empty, "every request is answered by a recorded mapping");
        Assert.That(Findings(replayed), Is.EqualTo(Findings(site)));
    });

    /// <summary>Every finding; lifetimes and times of responses are those of the run.</summary>
    private static IEnumerable<string> Findings(CheckedSite site) =>
        site.Report.AsObject().Where(member => member.Key is "polaris" or "folio").SelectMany(member => member.Value!["checks"]!.AsArray())
            .Select(one => $"{one!["check"]}: {one["result"]}: {Measured().Replace((string)one["found"]!, "#")}");

    private static int IdIn(CheckedSite site, string resource) => int.Parse(
        Mappings(site, "Polaris").Select(file => PathOfRecord().Match((string?)JsonNode.Parse(File.ReadAllText(file))!["request"]!["urlPath"] ?? ""))
            .First(match => match.Groups["resource"].Value == resource).Groups["id"].Value);

    private static string[] Mappings(CheckedSite site, string system) =>
        Directory.GetFiles(Path.Combine(site.Folder, "recorded", "wiremock", "mappings", system), "*.json");

    private static WireMockServer Replay(CheckedSite site, string system)
    {
        var server = WireMockServer.Start();
        foreach (var file in Mappings(site, system).Order(StringComparer.Ordinal))
        {
            FoldLists(file);
            server.ReadStaticWireMockOrgMappingAndAddOrUpdate(file);
        }

        return server;
    }

    /// <summary>WireMock reads lists of header values; the reader of WireMock.Net does not.</summary>
    private static void FoldLists(string file)
    {
        var mapping = JsonNode.Parse(File.ReadAllText(file))!;
        if (mapping["response"]!["headers"]!["Set-Cookie"] is JsonArray cookies)
        {
            mapping["response"]!["headers"]!["Set-Cookie"] = string.Join(", ", cookies.Select(cookie => (string)cookie!));
            File.WriteAllText(file, mapping.ToJsonString());
        }
    }

    [GeneratedRegex(@"\d[\d.]* (?:hours|days|min|ms|s)\b|(?:behind|ahead of)(?= this machine)")]
    private static partial Regex Measured();

    [GeneratedRegex(@"/(?<resource>[a-z]+)/(?<id>\d+)$")]
    private static partial Regex PathOfRecord();
}
