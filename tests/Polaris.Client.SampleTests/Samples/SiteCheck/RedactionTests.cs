using System.Text.Json.Nodes;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using SiteCheck;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>Marked secrets and personal data are received, and none is in anything that is shown or written.</summary>
public sealed class RedactionTests
{
    private static readonly string[] PersonalInPolaris =
    [
        "MARKCOLLEAGUE", "MARKTITLE", "MARKAUTHOR", "MARKBARCODE", "21756099999999", "MARKNAME", "1980-02-03", "555-0199", "MARKMAIL", "MARKPLACE",
        "MARKVALUE", "MARK KEY", "29937777",
    ];

    [Test]
    public async Task Polaris_MarkedData_IsReceivedAndNotWritten()
    {
        var spy = new Spy(Polaris().CreateHandler());
        var settings = CheckedSite.PolarisSettings("https://markhost.example/");
        settings["Polaris:Credentials:Domain"] = "MARKDOMAIN";
        settings["Polaris:Credentials:UserName"] = "markuser";
        settings["Polaris:Credentials:Password"] = "markpassword";

        var site = await CheckedSite.RunAsync(settings, new CheckArguments { Write = true, BibId = 5, ItemId = 17, PatronId = 29937777 }, "5", _ => spy);

        Assert.That(site["patron"], Does.StartWith("ok"));
        Assert.That(site["update canceled at its first prompt"], Does.StartWith("ok"));
        AssertRedacted(site, spy, [.. PersonalInPolaris, .. spy.Tokens("AccessToken"), .. spy.Tokens("AccessSecret")], ["MARKDOMAIN", "markuser", "markpassword", "markhost"]);
    }

    [TestCase(FolioPlatform.Okapi)]
    [TestCase(FolioPlatform.Eureka)]
    public async Task Folio_MarkedData_IsReceivedAndNotWritten(FolioPlatform platform)
    {
        var fake = new FakeFolio(new FakeFolioOptions { Platform = platform });
        var tenant = fake.Tenant("marktenant");
        tenant.AddUser("markuser", "markpassword", "inventory-storage.holdings-sources.collection.get", "inventory-storage.instances.collection.get");
        tenant.Resource("holdings-sources").Add("MARKSOURCE");
        tenant.Resource("instance-storage/instances").Add(new JsonObject { ["title"] = "MARKTITLE", ["source"] = "MARC", ["MARK KEY 1"] = "MARKVALUE" });
        var spy = new Spy(fake.CreateHandler());
        var settings = CheckedSite.FolioSettings("https://markhost.example/");
        settings["Folio:Tenant"] = "marktenant";
        settings["Folio:Credentials:UserName"] = "markuser";
        settings["Folio:Credentials:Password"] = "markpassword";

        var site = await CheckedSite.RunAsync(settings, network: _ => spy);

        Assert.That(site["instances"], Does.StartWith("differs").And.Contain("Unknown properties"));
        AssertRedacted(site, spy, ["MARKSOURCE", "MARKTITLE", "MARKVALUE", "MARK KEY", .. spy.Cookies], ["markuser", "markpassword", "markhost", "marktenant"]);
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(500)]
    public async Task ErrorsOfTheServer_ThatNamePeople_AreNotWritten(int status)
    {
        var fake = Polaris().On(
            HttpMethod.Get, "patrons/{id}", _ => FakeResponse.Json("""{"ErrorCode":5,"Message":"MARKNAME, Anne has no access"}""", status));
        var spy = new Spy(fake.CreateHandler());

        var site = await CheckedSite.RunAsync(CheckedSite.PolarisSettings("https://polaris.example/"), new CheckArguments { PatronId = 29937777 }, network: _ => spy);

        AssertRedacted(site, spy, ["MARKNAME"], []);
    }

    [Test]
    public void Json_OfAMarcRecord_KeepsWhatTheRecordCannotBeReadWithout() => Assert.That(
        Redacted("""
            {"controlfields":[{"tag":"001","data":"MARK1"}],
             "datafields":[{"tag":"245","ind1":"1","ind2":" ","subfields":[{"code":"a","data":"B"}]}]}
            """),
        Is.EqualTo("""
            {"controlfields":[{"tag":"001","data":"redacted"}],"datafields":[{"tag":"245","ind1":"1","ind2":" ","subfields":[{"code":"a","data":"redacted"}]}]}
            """));

    [TestCase("""{"tag":"Eve"}""")]
    [TestCase("""{"tag":"245"}""")]
    [TestCase("""{"tag":["Eve","Bob"]}""")]
    [TestCase("""{"code":"J"}""")]
    [TestCase("""{"ind1":"J"}""")]
    [TestCase("""{"name":"mod-jane-doe-29937777"}""")]
    [TestCase("""{"datafields":[{"tag":"Eve"}]}""")]
    [TestCase("""{"datafields":[{"tag":"21756099999999"}]}""")]
    [TestCase("""{"datafields":[{"tag":["245"]}]}""")]
    [TestCase("""{"datafields":[{"ind1":"Eve"}]}""")]
    [TestCase("""{"datafields":[{"code":"J"}]}""")]
    [TestCase("""{"subfields":[{"code":"Eve"}]}""")]
    [TestCase("""{"subfields":[{"tag":"245"}]}""")]
    public void Json_ThatOnlyResemblesMarcOrAModule_IsNotKept(string json)
    {
        Assert.That(Redacted(json), Does.Contain("redacted"));
        Assert.That(Redacted(json), Does.Not.Match("Eve|Bob|J|245|2175|jane"));
    }

    [Test]
    public async Task Cookies_OfABalancer_AreNotWrittenAndDoNotCount()
    {
        // Some balancers name them after the host.
        var spy = new Spy(new FakeFolio().CreateHandler(), cookie: "MARKPOOL=1; Path=/");

        var site = await CheckedSite.RunAsync(CheckedSite.FolioSettings("https://folio.test/"), network: _ => spy);

        AssertRedacted(site, spy, ["MARKPOOL"], []);
        Assert.That(site["sign-in"], Does.Contain("cookies are marked Secure"));
    }

    [TestCase("patrons/{id}", """{"MARKNAME 1":1,"MARKNAME 1":2}""")]
    [TestCase("organizations", """[{"MARKNAME 1":1,"MARKNAME 1":2}]""")]
    public async Task PropertyTwice_OfAName_IsReportedAndNotWritten(string resource, string json)
    {
        var spy = new Spy(Polaris().On(HttpMethod.Get, resource, _ => FakeResponse.Json(json)).CreateHandler());

        var site = await CheckedSite.RunAsync(CheckedSite.PolarisSettings("https://polaris.example/"), new CheckArguments { PatronId = 29937777 }, network: _ => spy);

        AssertRedacted(site, spy, ["MARKNAME"], []);
    }

    [Test]
    public async Task Recorded_Exchanges_AreFixturesAndMappings()
    {
        var site = await CheckedSite.RunAsync(Polaris(), new CheckArguments { Write = true, BibId = 5 }, "5");

        var fixture = Read(site, "fixtures", "post-objectlocks-200");
        var mapping = Read(site, "wiremock/mappings", "put-workflow-");
        Assert.That((string?)fixture["request"]!["path"], Is.EqualTo("objectlocks"));
        Assert.That((int)fixture["request"]!["body"]!["ObjectTypeID"]!, Is.EqualTo(2));
        Assert.That((string?)fixture["response"]!["body"]!["LockDate"], Is.EqualTo("2026-01-15T12:00:00.000"), "the form of the date is kept");
        Assert.That((string?)mapping["request"]!["urlPath"], Does.StartWith("/Polaris.ApplicationServices/api/v1/eng/20/polaris/3/1242/workflow/00000000-0000-4000-8000-"));
        Assert.That((int)mapping["request"]!["bodyPatterns"]![0]!["equalToJson"]!["WorkflowPromptResult"]!, Is.EqualTo(4));
        Assert.That((int)JsonNode.Parse((string)mapping["response"]!["body"]!)!["WorkflowStatus"]!, Is.EqualTo(3));
    }

    private static string Redacted(string json) => new Redactor([]).Json(JsonNode.Parse(json))!.ToJsonString();

    private static FakePolaris Polaris()
    {
        var fake = new FakePolaris()
            .WithUser("MARKDOMAIN", "markuser", "markpassword")
            .WithBib(5, marc: new MarcRecord().Field("100", '1', ' ', ('a', "MARKAUTHOR")).Field("245", '1', '0', ('a', "MARKTITLE")))
            .LockAs("MARKCOLLEAGUE", 15, ObjectType.Patron, 29937777);
        fake.WithRecord("items", new JsonObject
        {
            ["ItemRecordID"] = 17,
            ["Barcode"] = "MARKBARCODE",
            ["MARK KEY 21756099999999"] = "MARKVALUE",
            ["Extra"] = new JsonObject { ["Inner"] = "MARKVALUE" },
        });
        foreach (var list in new[] { "collections?*", "organizations", "patroncodes?*" })
        {
            fake.On(HttpMethod.Get, list, _ => FakeResponse.Json("""[{"CollectionID":1,"Name":"MARKPLACE","Abbreviation":"MARKPLACE","Contact":"MARKMAIL@example.org"}]"""));
        }

        return fake.On(HttpMethod.Get, "patrons/{id}", request => FakeResponse.Json($$$"""
            {"PatronID":{{{request["id"]}}},"Barcode":"21756099999999","BarcodeNumber":21756099999999,"Birthdate":"1980-02-03T00:00:00",
             "Registration":{"NameFirst":"MARKNAME","PhoneVoice1":"555-0199","EmailAddress":"MARKMAIL@example.org"}}
            """));
    }

    private static JsonNode Read(CheckedSite site, string kind, string name) => JsonNode.Parse(File.ReadAllText(
        Directory.EnumerateFiles(Path.Combine(site.Folder, "recorded", kind), "*.json", SearchOption.AllDirectories).First(file => file.Contains(name, StringComparison.Ordinal))))!;

    private static void AssertRedacted(CheckedSite site, Spy spy, string[] received, string[] configured)
    {
        var everything = string.Join('\n', Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories).Select(file => file + "\n" + File.ReadAllText(file)))
            .Replace(site.Folder, "", StringComparison.Ordinal) + site.Shown + site.Errors;
        Assert.Multiple(() =>
        {
            foreach (var marker in received)
            {
                Assert.That(spy.Received, Does.Contain(marker).IgnoreCase, "the test proves nothing about what was not received");
                Assert.That(everything, Does.Not.Contain(marker).IgnoreCase);
            }

            foreach (var marker in configured)
            {
                Assert.That(everything, Does.Not.Contain(marker).IgnoreCase);
            }
        });
    }

    /// <summary>Keeps what was received, so that the test can prove that the markers were.</summary>
    private sealed class Spy(HttpMessageHandler network, string? cookie = null) : DelegatingHandler(network)
    {
        private readonly List<string> _bodies = [];

        public List<string> Cookies { get; } = [];

        public string Received => string.Join('\n', _bodies);

        public IEnumerable<string> Tokens(string member) => _bodies.Where(body => body.Contains(member, StringComparison.Ordinal))
            .Select(body => (string)JsonNode.Parse(body)![member]!);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (cookie is not null)
            {
                response.Headers.Add("Set-Cookie", cookie);
            }

            _bodies.Add(await response.Content.ReadAsStringAsync(cancellationToken));
            if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                Cookies.AddRange(cookies.Select(cookie => cookie.Split('=', ';')[1]));
                _bodies.AddRange(cookies);
            }

            return response;
        }
    }
}
