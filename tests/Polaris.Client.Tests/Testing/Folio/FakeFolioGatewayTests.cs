using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

[TestFixture]
internal sealed class FakeFolioGatewayTests
{
    [TestCase(FolioPlatform.Okapi, 400, "Token missing, access requires permission: inventory-storage.holdings-sources.collection.get")]
    [TestCase(FolioPlatform.Eureka, 401, "authorization_error")]
    public async Task Request_WithoutToken_IsRefused(FolioPlatform platform, int status, string expected)
    {
        using var http = new FolioRawClient(Fake(platform));

        FolioRawAnswer answer = await http.GetAsync("holdings-sources");

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Body, Does.Contain(expected));
    }

    [TestCase(FolioPlatform.Okapi, 403, "requires permission: inventory-storage.holdings-sources.item.post")]
    [TestCase(FolioPlatform.Eureka, 403, "Access Denied")]
    public async Task Request_WithoutPermission_IsRefused(FolioPlatform platform, int status, string expected)
    {
        FakeFolio fake = Fake(platform);
        fake.Tenant("diku").AddUser("reader", "secret", "inventory-storage.holdings-sources.collection.get");
        using var http = new FolioRawClient(fake);
        http.Token = (await http.LogInAsync("reader", "secret")).CookieValue("folioAccessToken");

        FolioRawAnswer answer = await http.SendAsync("POST", "holdings-sources", """{"name":"Local"}""");

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Body, Does.Contain(expected));
        Assert.That((await http.GetAsync("holdings-sources")).Status, Is.EqualTo(200));
    }

    [TestCase(FolioPlatform.Okapi, 403, "Invalid token")]
    [TestCase(FolioPlatform.Eureka, 401, "Unauthorized")]
    public async Task Request_ForAnotherTenant_IsRefusedUnlessAllowed(FolioPlatform platform, int status, string expected)
    {
        FakeFolio fake = Fake(platform);
        fake.Tenant("college");
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);
        http.Tenant = "college";

        FolioRawAnswer refused = await http.GetAsync("holdings-sources");
        fake.Options.AllowCrossTenantRequests = true;
        FolioRawAnswer allowed = await http.GetAsync("holdings-sources");

        Assert.That(refused.Status, Is.EqualTo(status));
        Assert.That(refused.Body, Does.Contain(expected));
        Assert.That(allowed.Status, Is.EqualTo(200));
    }

    [TestCase(FolioPlatform.Okapi, "No such Tenant nowhere")]
    [TestCase(FolioPlatform.Eureka, "tenant_not_enabled")]
    public async Task Request_ForUnknownTenant_Is400(FolioPlatform platform, string expected)
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake(platform));
        http.Tenant = "nowhere";

        FolioRawAnswer answer = await http.GetAsync("holdings-sources");

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Does.Contain(expected));
    }

    [Test]
    public async Task Request_WithoutTenant_IsThatOfTheTokenOnOkapi()
    {
        FakeFolio fake = Fake(FolioPlatform.Okapi);
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);
        http.Tenant = null;

        FolioRawAnswer answer = await http.GetAsync("holdings-sources");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(fake.UnexpectedRequests.Single().Reason, Does.Contain("X-Okapi-Tenant"));
    }

    [TestCase(FolioPlatform.Okapi, 404, "No suitable module found for path /holdings-sources for tenant supertenant")]
    [TestCase(FolioPlatform.Eureka, 400, "X-Okapi-Tenant header is required")]
    public async Task Request_WithoutTenantAndToken_IsRefusedByTheGateway(FolioPlatform platform, int status, string expected)
    {
        using var http = new FolioRawClient(Fake(platform)) { Tenant = null };

        FolioRawAnswer answer = await http.GetAsync("holdings-sources");

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Body, Does.Contain(expected));
    }

    [Test]
    public async Task Preflight_OfABrowser_IsAnsweredWithoutTenant()
    {
        FakeFolio fake = Fake(FolioPlatform.Okapi);
        using var http = new FolioRawClient(fake) { Tenant = null };

        FolioRawAnswer answer = await http.SendAsync(
            "OPTIONS", "holdings-sources", headers: [("Origin", "https://ui.test"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "x-okapi-token")]);

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(answer.Headers["Access-Control-Allow-Origin"].Single(), Is.EqualTo("*"));
        Assert.That(answer.Headers["Access-Control-Allow-Headers"].Single(), Is.EqualTo("x-okapi-token"));
        Assert.That(fake.UnexpectedRequests, Is.Empty);
    }

    [Test]
    public async Task Gateway_OfItsOwn_AnswersVersionAndHealthWithoutToken()
    {
        using var http = new FolioRawClient(Fake(FolioPlatform.Okapi));

        Assert.That((await http.GetAsync("_/version")).Status, Is.EqualTo(200));
        Assert.That((await http.GetAsync("_/proxy/health")).Body, Is.EqualTo("[]"));
    }

    [Test]
    public async Task On_AnAddressOfTheUser_IsServedAfterTheTokenWasChecked()
    {
        FakeFolio fake = Fake(FolioPlatform.Okapi).On(HttpMethod.Get, "users/{id}", request => FakeResponse.Json($"\"{request["id"]}\""));
        using var stranger = new FolioRawClient(fake);
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);

        Assert.That((await stranger.GetAsync("users/17")).Status, Is.EqualTo(400));
        Assert.That((await http.GetAsync("users/17")).Body, Is.EqualTo("\"17\""));
    }

    [Test]
    public async Task Request_ToAnyHost_IsServed()
    {
        FakeFolio fake = Fake(FolioPlatform.Okapi);
        using var http = new HttpClient(fake.CreateHandler());

        Assert.That((int)(await http.GetAsync(new Uri("http://localhost:9130/_/version"))).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public void Handler_Disposed_FailsAsInLife()
    {
        var handler = Fake(FolioPlatform.Okapi).CreateHandler();
        var http = new HttpClient(handler, disposeHandler: false);
        handler.Dispose();

        Assert.ThrowsAsync<ObjectDisposedException>(() => http.GetAsync(new Uri("https://folio.test/_/version")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Cookies_Secure_IsAnOption(bool isSecure)
    {
        FakeFolio fake = new(new FakeFolioOptions { SecureCookies = isSecure });
        using var http = new FolioRawClient(fake);

        Assert.That((await http.LogInAsync()).Cookie("folioAccessToken").Contains("; Secure", StringComparison.Ordinal), Is.EqualTo(isSecure));
    }

    [Test]
    public async Task Logout_WithAnExpiredAccessToken_IsRefused()
    {
        var clock = FolioRawFixture.CreateClock();
        FakeFolio fake = new(new FakeFolioOptions { TimeProvider = clock });
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);
        clock.Advance(TimeSpan.FromMinutes(11));

        FolioRawAnswer answer = await http.SendAsync("POST", "authn/logout");

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.ErrorCode, Is.EqualTo("token.logout.unprocessable"));
    }

    [TestCase(FolioPlatform.Okapi, "Authorization", "Bearer other", 400, "Different tokens in Authentication and X-Okapi-Token")]
    [TestCase(FolioPlatform.Okapi, "Cookie", "folioAccessToken=other", 400, "Different tokens")]
    [TestCase(FolioPlatform.Eureka, "Authorization", "Basic abc", 404, "Invalid authorization header, value must start with Bearer")]
    [TestCase(FolioPlatform.Eureka, "Authorization", "Bearer other", 404, "X-Okapi-Token is not equal to Authorization token")]
    [TestCase(FolioPlatform.Eureka, "Cookie", "folioAccessToken=other", 404, "X-Okapi-Token token is not equal to folioAccessToken token in cookies")]
    public async Task Request_WithTwoTokens_IsRefused(FolioPlatform platform, string header, string value, int status, string expected)
    {
        FakeFolio fake = Fake(platform);
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);

        FolioRawAnswer answer = await http.SendAsync("GET", "holdings-sources", headers: (header, value));

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Body, Does.Contain(expected));
        Assert.That(fake.UnexpectedRequests.Select(request => request.Reason), Has.Some.Contains("more than one header"));
    }

    [TestCase("Authorization", "Bearer ")]
    [TestCase("Cookie", "folioAccessToken=")]
    public async Task Request_WithTokenInAnotherForm_IsAccepted(string header, string prefix)
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake(FolioPlatform.Okapi));
        string token = http.Token!;
        http.Token = null;

        Assert.That((await http.SendAsync("GET", "holdings-sources", headers: (header, prefix + token))).Status, Is.EqualTo(200));
    }

    [TestCase(FolioPlatform.Okapi, 200)]
    [TestCase(FolioPlatform.Eureka, 400)]
    public async Task Get_WithBody_IsRefusedByEurekaAndAViolationForBoth(FolioPlatform platform, int status)
    {
        FakeFolio fake = Fake(platform);
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);

        FolioRawAnswer answer = await http.SendAsync("GET", "holdings-sources", "{}");

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(fake.UnexpectedRequests.Select(request => request.Reason), Has.Some.Contains("GET has a body"));
    }

    [TestCase(FolioPlatform.Okapi, "No suitable module found for path")]
    [TestCase(FolioPlatform.Eureka, "no Route matched with those values")]
    public async Task UnknownRoute_Always_Is404OfTheGateway(FolioPlatform platform, string expected)
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake(platform));

        foreach ((string method, string path) in
            new[] { ("GET", "nothing"), ("DELETE", "holdings-sources"), ("POST", "holdings-sources/x") })
        {
            FolioRawAnswer answer = await http.SendAsync(method, path);
            Assert.That(answer.Status, Is.EqualTo(404), path);
            Assert.That(answer.Body, Does.Contain(expected), path);
        }
    }

    [TestCase("*/*")]
    [TestCase("text/html, */*;q=0.1")]
    [TestCase(null)]
    public async Task Accept_WithWildcardOrMissing_IsAccepted(string? accept)
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake(FolioPlatform.Okapi));
        http.Accept = accept!;

        Assert.That((await http.GetAsync("holdings-sources/?query=name==FOLIO")).Status, Is.EqualTo(200));
        Assert.That((await http.SendAsync("DELETE", "loan-types/8081d707-610f-4b50-a28b-c36a6d25191b")).Status, Is.EqualTo(404));
    }

    [TestCase("instance-storage/instances", "inventory-storage.instances.collection.get")]
    [TestCase("location-units/campuses", "inventory-storage.location-units.campuses.collection.get")]
    [TestCase("loan-types", "inventory-storage.loan-types.collection.get")]
    public async Task List_WithoutThePermission_NamesItAsTheModuleDoes(string path, string permission)
    {
        var fake = Fake(FolioPlatform.Okapi);
        fake.Tenant(FakeFolio.DefaultTenant).AddUser(FakeFolio.DefaultUserName, FakeFolio.DefaultPassword, "none");
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);

        FolioRawAnswer answer = await http.GetAsync(path);

        Assert.That(answer.Status, Is.EqualTo(403));
        Assert.That(answer.Body, Does.EndWith("requires permission: " + permission));
    }

    [TestCase(FolioRelease.V29, "mod-inventory-storage-29.")]
    [TestCase(FolioRelease.V30, "mod-inventory-storage-30.")]
    public async Task Modules_OfTheTenant_NameTheRelease(FolioRelease release, string module)
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(new FakeFolio(new FakeFolioOptions { Release = release }));

        Assert.That((await http.GetAsync("_/proxy/tenants/diku/modules")).Body, Does.Contain(module));
    }

    [TestCase("GET", "text/html")]
    [TestCase("DELETE", "application/json")]
    public async Task Accept_WithoutDeclaredType_Is400(string method, string accept)
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake(FolioPlatform.Okapi));
        http.Accept = accept;

        FolioRawAnswer answer = await http.SendAsync(
            method, method == "GET" ? "holdings-sources" : "holdings-sources/f32d531e-df79-46b3-8932-cdd35f7a2264");

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Does.StartWith("Accept header must be"));
    }

    [Test]
    public async Task Post_WithoutJsonContentType_Is400()
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake(FolioPlatform.Okapi));

        FolioRawAnswer answer = await http.SendAsync("POST", "holdings-sources", """{"name":"a"}""", contentType: "text/xml");

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Is.EqualTo("Content-type header must be [application/json] but it is \"text/xml\""));
    }

    [Test]
    public async Task Post_WithoutContentType_IsReadAsJson()
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake(FolioPlatform.Okapi));

        Assert.That((await http.SendAsync("POST", "holdings-sources", """{"name":"a"}""", contentType: null)).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Request_LongerThanTheGatewayReads_Is414Html()
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake(FolioPlatform.Okapi));

        FolioRawAnswer answer = await http.QueryAsync($"name==\"{new string('a', 8200)}\"");

        Assert.That(answer.Status, Is.EqualTo(414));
        Assert.That(answer.ContentType, Is.EqualTo("text/html"));
    }

    [Test]
    public async Task Request_WithUndocumentedParameter_IsAViolation()
    {
        FakeFolio fake = Fake(FolioPlatform.Okapi);
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);

        Assert.That((await http.GetAsync("holdings-sources?lang=en")).Status, Is.EqualTo(200));
        Assert.That(fake.UnexpectedRequests.Single().Reason, Does.Contain("'lang'"));
    }

    [Test]
    public async Task InactiveUser_WithGoodToken_Is401()
    {
        FakeFolio fake = Fake(FolioPlatform.Okapi);
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);
        fake.Tenant("diku").User("diku_admin").IsActive = false;

        FolioRawAnswer answer = await http.GetAsync("holdings-sources");

        Assert.That(answer.Status, Is.EqualTo(401));
        Assert.That(answer.Body, Does.EndWith("is not active"));
    }

    private static FakeFolio Fake(FolioPlatform platform) => new(new FakeFolioOptions { Platform = platform });
}
