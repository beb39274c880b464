using System.Text.Json.Nodes;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing;

public sealed class FakePolarisStrictnessTests
{
    private FakePolaris _fake = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _fake = new FakePolaris().WithBib(5);
        _client = await new RawClient(_fake).SignInAsync();
    }

    [TearDown]
    public void Dispose() => _client.Dispose();

    [Test]
    public async Task Status_OfTheService_NeedsNoSignIn()
    {
        _client.Authorization = null;

        using HttpResponseMessage response =
            await _client.SendAsync(HttpMethod.Get, "/polaris.applicationservices/api");

        Assert.That(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Major"]!.GetValue<int>(), Is.EqualTo(7));
        _fake.AssertNoUnexpectedRequests();
    }

    [TestCase(20)]
    [TestCase(23)]
    [TestCase(24)]
    public async Task Address_WithADocumentedProduct_IsServed(int productId)
    {
        await using PolarisClient polaris = _fake.CreateClient(options => options.ProductId = productId);

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Address_SiteDomainThatIsEncodedInIt_IsServed()
    {
        FakePolaris fake = new(new() { SiteDomain = "main+library" });
        await using PolarisClient polaris = fake.CreateClient();

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
        fake.AssertNoUnexpectedRequests();
    }

    [TestCase("GET", "invoices/5", 404)]
    [TestCase("GET", "/Polaris.ApplicationServices/api/v2/eng/20/polaris/3/1/objectlocks", 404)]
    [TestCase("GET", "/Polaris.ApplicationServices/api/v1/deu/20/polaris/3/1/objectlocks", 404)]
    [TestCase("GET", "/Polaris.ApplicationServices/api/v1/eng/99/polaris/3/1/objectlocks", 404)]
    [TestCase("GET", "/Polaris.ApplicationServices/api/v1/eng/20/polaris/x/1/objectlocks", 404)]
    [TestCase("GET", "/Polaris.ApplicationServices/api/v1/eng/20/elsewhere/3/1/objectlocks", 404)]
    [TestCase("GET", "/api/v1/eng/20/polaris/3/1/objectlocks", 404)]
    [TestCase("GET", "objectlocks/Patron/5", 404)]
    [TestCase("GET", "workflow/none", 404)]
    [TestCase("DELETE", "workflow/7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f", 405)]
    public async Task Address_NotDocumented_IsRefusedAndUnexpected(string method, string path, int status)
    {
        using HttpResponseMessage response = await _client.SendAsync(new HttpMethod(method), path);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(_fake.UnexpectedRequests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Query_NotDocumented_IsUnexpected()
    {
        await _client.GetAsync("objectlocks?getAllLocks=True");
        await _client.GetAsync("objectlocks/1/2?x=1");

        Assert.That(_fake.UnexpectedRequests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Post_WithoutAnyBody_Is411()
    {
        using HttpResponseMessage response = await _client.SendAsync(HttpMethod.Post, "objectlocks");

        Assert.That((int)response.StatusCode, Is.EqualTo(411));
        Assert.That(_fake.UnexpectedRequests, Has.Count.EqualTo(1));
    }

    [TestCase("Create")]
    [TestCase("create")]
    public async Task CreateBib_TypeInTheCasingOfAClientInProduction_IsAccepted(string type)
    {
        JsonNode record = JsonNode.Parse(
            """{"RecordOwnerID":1,"DisplayInPAC":false,"DoNotOverlay":true,"Record":{"leader":"x","controlfields":[],"datafields":[]}}""")!;

        (int status, JsonNode? id) = await _client.PostAsync($"bibliographicrecords?type={type}", record);

        Assert.That(status, Is.EqualTo(200));
        Assert.That(_fake.Bibs.Keys, Does.Contain(id!.GetValue<int>()));
        _fake.AssertNoUnexpectedRequests();
    }

    [TestCase("")]
    [TestCase("?type=checkout")]
    public async Task PostPatron_WithoutADocumentedType_Is400(string query)
    {
        _fake.WithPatron(8, "p8");

        Assert.That((await _client.PostAsync($"patrons/8{query}", new JsonObject())).Status, Is.EqualTo(400));
        Assert.That(_fake.UnexpectedRequests, Has.Count.EqualTo(1));
    }

    [TestCase("text/plain", "{}", 415)]
    [TestCase("application/json", "", 400)]
    [TestCase("application/json", "{", 400)]
    [TestCase("application/json", "[]", 400)]
    [TestCase("application/json", """{"ObjectTypeID":27}""", 400)]
    [TestCase("application/json", """{"ObjectTypeID":27,"ObjectID":true}""", 400)]
    [TestCase("application/json", """{"ObjectTypeID":27,"ObjectID":29937,"More":1}""", 200)]
    [TestCase("application/json", """{"ObjectTypeID":"27","ObjectID":29937}""", 200)]
    [TestCase("application/json", """{"objectTypeId":27,"ObjectID":29937}""", 400)]
    public async Task Body_NotAsDocumented_IsUnexpected(string contentType, string body, int status)
    {
        using StringContent content = new(body, System.Text.Encoding.UTF8, contentType);
        using HttpResponseMessage response = await _client.SendAsync(HttpMethod.Post, "objectlocks", content);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(_fake.UnexpectedRequests, Is.Not.Empty);
    }

    [Test]
    public async Task QuotedNumbers_OfTheVendorsSample_AreUnexpectedUnlessAccepted()
    {
        JsonNode sample = PolarisFixture.RequestBody("bib-header-update-prompt-66.json")!;
        _fake.WithBib(1126739);

        await _client.PostAsync("workflow", sample);

        Assert.That(_fake.UnexpectedRequests.Count(request => request.Reason.Contains("quotes", StringComparison.Ordinal)), Is.EqualTo(5));
        FakePolaris lenient = new FakePolaris(new() { AcceptQuotedNumbers = true }).WithBib(1126739);
        using RawClient other = await new RawClient(lenient).SignInAsync();
        Assert.That((await other.PostAsync("workflow", sample)).Body!["WorkflowStatus"]!.GetValue<int>(), Is.EqualTo(-3));
        lenient.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Workflow_UnknownMembersAnywhere_AreUnexpectedAndIgnored()
    {
        JsonObject request = SaveRequests.Bib(5, marc: new("00000nam a22000007i 4500"));
        request["Extra"] = 1;
        JsonNode data = request["RequestExtension"]!["Data"]!;
        data["NonPublicNote"] = "x";
        data["MARC21Collection"]!["records"]![0]!["Leader2"] = "x";

        (int status, JsonNode? answer) = await _client.PostAsync("workflow", request);

        Assert.That(status, Is.EqualTo(200));
        Assert.That(answer!["WorkflowStatus"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(_fake.UnexpectedRequests.Select(unexpected => unexpected.Reason.Split(' ')[0]), Is.EquivalentTo(new[]
        {
            "$.Extra", "$.NonPublicNote", "$.MARC21Collection.records[].Leader2",
        }));
    }

    [Test]
    public async Task Workflow_TypeOrExtensionNoOneKnows_IsRefused()
    {
        JsonObject otherExtension = SaveRequests.Bib(5);
        otherExtension["RequestExtension"]!["WorkflowRequestExtensionType"] = 7;

        Assert.That((await _client.PostAsync("workflow", SaveRequests.Envelope(27, 24, []))).Status, Is.EqualTo(400));
        Assert.That((await _client.PostAsync("workflow", otherExtension)).Status, Is.EqualTo(400));
        Assert.That(_fake.UnexpectedRequests[0].Reason, Does.Contain("OnWorkflow"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }
}
