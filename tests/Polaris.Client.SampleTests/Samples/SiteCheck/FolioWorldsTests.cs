using Polaris.Client.Testing;
using SiteCheck;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>Hosted gateways that differ, and what the report proposes for each.</summary>
public sealed class FolioWorldsTests
{
    private const int ContributorTypes = 60;

    private static readonly string Rows = string.Join(",", Enumerable.Range(1, ContributorTypes)
        .Select(number => $$"""{"name":"Type {{number}}","code":"t{{number}}","source":"local"}"""));

    [Test]
    public async Task World_OlderReleaseWithSmallPages_IsReportedAndCanBeWalked()
    {
        await using var world = await World.StartAsync("{}", okapi: Tenant("""{"Release":"V29","MaxPageSize":25,"AccessTokenLifetime":"00:01:00"}"""));

        var site = await CheckedSite.RunAsync(CheckedSite.FolioSettings(world.Address("okapi")));

        Assert.That(site["gateway"], Is.EqualTo("ok: Okapi: a request without a token is HTTP 400 with text."));
        Assert.That(site["inventory storage"], Is.EqualTo("ok: mod-inventory-storage 29.0.23."));
        Assert.That(site["page size"], Does.StartWith("differs: A page has at most 25 records"));
        Assert.That(site["sign-in"], Does.StartWith("differs: Access token valid for 1 min"));
        Assert.That(site["walk by ID"], Is.EqualTo("ok: A walk returned all 60 contributor types, each once."));
        await World.AssertWalkAsync(site, ContributorTypes);

        var fake = FakeFolioOptions.FromSiteCheck(site.JsonFile);
        Assert.That(fake.Release, Is.EqualTo(FolioRelease.V29));
        Assert.That(fake.MaxPageSize, Is.EqualTo(25));
        Assert.That(fake.AccessTokenLifetime, Is.EqualTo(TimeSpan.FromMinutes(1)).Within(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task World_EurekaWithFewPermissions_IsReportedAndCanBeWalked()
    {
        const string granted = "inventory-storage.contributor-types.collection.get";
        await using var world = await World.StartAsync("{}", eureka: Tenant("{}", $$"""{"name":"reader","password":"secret","permissions":["{{granted}}"]}"""));
        var settings = CheckedSite.FolioSettings(world.Address("eureka"));
        settings["Folio:Credentials:UserName"] = "reader";
        settings["Folio:Credentials:Password"] = "secret";

        var site = await CheckedSite.RunAsync(settings);

        Assert.That(site["gateway"], Does.StartWith("ok: Eureka"));
        Assert.That(site["items"], Does.StartWith("not permitted: GET /item-storage/items"));
        Assert.That(site["contributor types"], Is.EqualTo("ok: 60 records."));
        Assert.That(site.ExitCode, Is.EqualTo(1));
        Assert.That(FakeFolioOptions.FromSiteCheck(site.JsonFile).Platform, Is.EqualTo(FolioPlatform.Eureka));
        await World.AssertWalkAsync(site, ContributorTypes);
    }

    [Test]
    public async Task World_OkapiWithFewPermissions_NamesTheMissingPermission()
    {
        await using var world = await World.StartAsync("{}", okapi: Tenant("{}", """{"name":"reader","password":"secret","permissions":["none"]}"""));
        var settings = CheckedSite.FolioSettings(world.Address("okapi"));
        settings["Folio:Credentials:UserName"] = "reader";
        settings["Folio:Credentials:Password"] = "secret";

        var site = await CheckedSite.RunAsync(settings);

        Assert.That(site.Shown, Does.Contain("Grant the user the permission inventory-storage.items.collection.get"));
    }

    [Test]
    public async Task World_BeforePoppy_ProposesTheLegacySignIn()
    {
        await using var world = await World.StartAsync("{}", okapi: Tenant("""{"HasLoginWithExpiry":false,"HasLegacyLogin":true}"""));

        var site = await CheckedSite.RunAsync(CheckedSite.FolioSettings(world.Address("okapi")));
        var again = await CheckedSite.RunAsync(site.ConfiguredSettings("Folio"));

        Assert.That(site.Proposed("Folio", "AllowLegacySignIn"), Is.EqualTo("true"));
        Assert.That(again["sign-in"], Does.StartWith("differs: The legacy sign-in is used"));
        Assert.That(FakeFolioOptions.FromSiteCheck(again.JsonFile).HasLoginWithExpiry, Is.False);
        await World.AssertWalkAsync(site, ContributorTypes);
    }

    [Test]
    public async Task World_TenantsWithOwnLogins_ProposesASignInPerTenant()
    {
        await using var world = await World.StartAsync(
            "{}",
            okapi: """{"tenants":{"diku":{},"college":{"users":[{"name":"diku_admin","password":"admin","permissions":["inventory-storage.all"]}]}}}""");
        var college = new CheckArguments { OtherTenant = "college" };

        var site = await CheckedSite.RunAsync(CheckedSite.FolioSettings(world.Address("okapi")), college);
        var again = await CheckedSite.RunAsync(site.ConfiguredSettings("Folio"), college);

        Assert.That(site["other tenant"], Does.StartWith("differs: The token of the first tenant is refused there"));
        Assert.That(site.Proposed("Folio", "SignInPerTenant"), Is.EqualTo("true"));
        Assert.That(again["other tenant"], Does.StartWith("ok"));
    }

    [Test]
    public async Task Run_WebPageInsteadOfAGateway_DoesNotSendThePassword()
    {
        var fake = new FakeFolio();
        fake.Faults.Enqueue(FakeFolioFault.HtmlPage(), "GET");

        var site = await CheckedSite.RunAsync(fake);

        Assert.That(site["gateway"], Does.Not.StartWith("ok"));
    }

    [Test]
    public async Task Run_ServerWithoutAnOrderOfTies_IsReported()
    {
        var turn = 0;
        var fake = new FakeFolio();
        fake.On(HttpMethod.Get, "contributor-types", request =>
        {
            var ids = Enumerable.Range(1, 8).Select(number => $"00000000-0000-4000-8000-{number:000000000000}").ToList();
            turn++;
            ids = request.Query.TryGetValue("query", out var query) && query.Contains("source", StringComparison.Ordinal) && turn % 2 == 0 ? [.. Enumerable.Reverse(ids)] : ids;
            var page = ids.Skip(int.Parse(request.Query.GetValueOrDefault("offset", "0"), null)).Take(int.Parse(request.Query.GetValueOrDefault("limit", "10"), null));
            return FakeResponse.Json($$"""{"contributorTypes":[{{string.Join(",", page.Select(id => $$"""{"id":"{{id}}","name":"{{id}}"}"""))}}],"totalRecords":8}""");
        });

        var site = await CheckedSite.RunAsync(fake);

        Assert.That(site["order of ties"], Does.StartWith("differs"));
    }

    private static string Tenant(string options, string users = "") =>
        $$"""
        {
          "options": {{options}},
          "tenants": { "diku": { "users": [ {{users}} ], "records": { "contributor-types": [ {{Rows}} ] } } }
        }
        """;
}
