using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

public sealed class ErrorsTests
{
    [TestCase(400, typeof(ValidationFailedException))]
    [TestCase(422, typeof(ValidationFailedException))]
    [TestCase(401, typeof(AuthenticationFailedException))]
    [TestCase(403, typeof(PermissionDeniedException))]
    [TestCase(404, typeof(NotFoundException))]
    [TestCase(409, typeof(RequestFailedException))]
    [TestCase(500, typeof(RequestFailedException))]
    [TestCase(302, typeof(RequestFailedException))]
    [TestCase(200, typeof(InvalidResponseException))]
    public void Page_WithAnyStatus_IsTheExceptionOfThatStatusAndKeptAsBody(int status, Type expected)
    {
        var server = new ScriptedServer().Always(_ => Answers.Html(status));
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<RequestFailedException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 29937)))!;

        Assert.That(error, Is.TypeOf(expected));
        Assert.That(error.Body, Is.EqualTo(Answers.IisPage));
        Assert.That(error.Failure.MediaType, Is.EqualTo("text/html"));
        Assert.That(error.Message, Does.StartWith("POST /objectlocks").And.Not.Contain("File or directory"));
        Assert.That(error.RequestPath, Is.EqualTo("/Polaris.ApplicationServices/api/v1/eng/20/polaris/3/15/objectlocks"));
    }

    [Test]
    public void Body_WithErrorMembers_IsReadButNotShown()
    {
        var server = new ScriptedServer().Then(400, """{"ErrorCode":60028,"Message":"Hold Request with ID 5 not found.","StackTrace":null}""");
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<ValidationFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.ErrorCode, Is.EqualTo("60028"));
        Assert.That(error.ServerMessage, Is.EqualTo("Hold Request with ID 5 not found."));
        Assert.That(error.ToString(), Does.Not.Contain("Hold Request"));
    }

    [TestCase("System.NullReferenceException: Object reference not set to an instance of an object.", "text/plain")]
    [TestCase("{\"ErrorCode\":", "application/json")]
    [TestCase("[1,2]", "application/json")]
    [TestCase("\"text\"", "application/json")]
    [TestCase("{\"ErrorCode\":[1],\"Message\":{\"a\":1}}", "application/json")]
    [TestCase("{\"ErrorCode\":\"\\ud800\",\"Message\":\"\\udc00\"}", "application/json")]
    [TestCase("{\"\\ud800\":1,\"M\\ud800\":2}", "application/json")]
    public void Body_ThatIsNoErrorObject_IsKeptAsText(string body, string mediaType)
    {
        var server = new ScriptedServer().Always(_ => Answers.Text(body, 500, mediaType));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Body, Is.EqualTo(body));
        Assert.That(error.ErrorCode, Is.Null);
        Assert.That(error.ServerMessage, Is.Null);
    }

    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.Conflict)]
    public void Body_Huge_IsCapped(HttpStatusCode status)
    {
        var server = new ScriptedServer().Then(() => Answers.Text(new string('x', 5_000_000), (int)status));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<RequestFailedException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That(error.Body, Has.Length.EqualTo(ApiFailure.MaxBodyLength));
    }

    [TestCase("utf-7")]
    [TestCase("no-such-charset")]
    [TestCase("\"utf-8\"")]
    public void Body_InACharsetThatCannotBeRead_IsReadAsUtf8(string charset)
    {
        var server = new ScriptedServer().Then(() => new HttpResponseMessage(HttpStatusCode.InternalServerError)
        {
            Content = new ByteArrayContent("Käse"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = charset } } },
        });
        using var polaris = TestClient.Create(server);

        Assert.That(Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync())!.Body, Is.EqualTo("Käse"));
    }

    [Test]
    public void Body_InTheCharsetOfItsHeader_IsReadInIt()
    {
        var server = new ScriptedServer().Then(() => new HttpResponseMessage(HttpStatusCode.InternalServerError)
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes("Käse"))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = "iso-8859-1" } },
            },
        });
        using var polaris = TestClient.Create(server);

        Assert.That(Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync())!.Body, Is.EqualTo("Käse"));
    }

    [Test]
    public void Body_OfAnErrorBreaksOff_TheStatusCountsAnyway()
    {
        var server = new ScriptedServer().Then(() => Answers.Broken("{\"ErrorCode\":1", 404));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<NotFoundException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Body, Is.EqualTo("{\"ErrorCode\":1"));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
    }

    [TestCase(500)]
    [TestCase(409)]
    public void Body_OfAnErrorNeverEnds_TheTimeoutOfTheAttemptEndsIt(int status)
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() => Answers.Broken("{", status, token => Task.Delay(TimeSpan.FromDays(2), clock, token)));
        using var polaris = TestClient.Create(server, time: clock);

        var error = Assert.ThrowsAsync<RequestFailedException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That((int)error.StatusCode, Is.EqualTo(status));
        Assert.That(error.Body, Is.EqualTo("{"));
        Assert.That(clock.Elapsed, Is.EqualTo(PolarisClientOptions.DefaultTimeout));
    }

    [Test]
    public void Body_OfAnErrorNeverEnds_TheCallerCanGiveUp()
    {
        using var cancellation = new CancellationTokenSource();
        var server = new ScriptedServer().Then(() => Answers.Broken("{", 500, async token =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
        }));
        using var polaris = TestClient.Create(server);

        Assert.CatchAsync<OperationCanceledException>(() => polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{\"ObjectTypeID\":27,\"Obj")]
    [TestCase("<html>not even declared to be so</html>")]
    [TestCase("\"text\"")]
    [TestCase("{\"ObjectTypeID\":\"many\"}")]
    [TestCase("{\"ObjectID\":{}}")]
    public void Success_WithABodyThatIsNotTheDocumentedOne_IsInvalid(string body)
    {
        var server = new ScriptedServer().Then(200, body);
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 29937)))!;

        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.RequestPath, Does.EndWith("/objectlocks"));
    }

    [Test]
    public void Success_AfterRetriesWithABrokenBody_ReportsTheAttempts()
    {
        var server = new ScriptedServer().Then(503).Then(200, "{");
        using var polaris = TestClient.Create(server);

        Assert.That(Assert.ThrowsAsync<InvalidResponseException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!.Attempts, Is.EqualTo(2));
    }

    [Test]
    public void Success_WhoseBodyBreaksOff_GotNoAnswer()
    {
        var server = new ScriptedServer().Then(503).Then(() => Answers.Broken("{\"ObjectTypeID\":"));
        using var polaris = TestClient.Create(server, options => options.Retry.MaxRetries = 1);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.Attempts, Is.EqualTo(2));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public void Success_WhoseBodyNeverEnds_EndsAfterTheTimeout()
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer().Then(() => Answers.Broken("[", 200, token =>
        {
            _ = Task.Run(() =>
            {
                SpinWait.SpinUntil(() => clock.PendingTimers > 0);
                clock.Advance(PolarisClientOptions.DefaultTimeout);
            }, CancellationToken.None);
            return Task.Delay(Timeout.Infinite, token);
        }));
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false, clock);

        Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync());
    }

    [Test]
    public void Unlock_AnsweredWithAPage_IsNoSuccess()
    {
        var server = new ScriptedServer().Then(() => Answers.Html());
        using var polaris = TestClient.Create(server);

        Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937));
    }

    [Test]
    public void Cancellation_ThatTheNetworkReportsAsAnotherException_IsNotWrapped()
    {
        using var cancellation = new CancellationTokenSource();
        var server = new ScriptedServer().Then((_, _) =>
        {
            cancellation.Cancel();
            throw new HttpRequestException("aborted", new IOException());
        });
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<OperationCanceledException>(() => polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token))!;

        Assert.That(error.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [Test]
    public void LockConflict_DateOfTheHolder_IsReadInTheServersTimeZone()
    {
        var body = PolarisFixture.ResponseBody("lock-single-409.json")!;
        body["Data"]!["LockDate"] = "2016-01-15T16:01:16.857";
        var server = new ScriptedServer().Always(_ => Answers.Json(body.ToJsonString(), 409));
        using var polaris = TestClient.Create(server, options => options.ServerTimeZone = "America/New_York");

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That(error.Holder!.LockDate, Is.EqualTo(new DateTimeOffset(2016, 1, 15, 16, 1, 16, 857, TimeSpan.FromHours(-5))));
    }

    [TestCase("""{"errorCode":70000,"message":"Locked","data":{"objectID":1,"polarisUserName":"ann","workstationID":15,"lockDate":null}}""")]
    [TestCase("""{"ErrorCode":"70000","Data":{"ObjectID":"1","PolarisUserName":"ann","WorkstationID":"15","LockDate":"some day"}}""")]
    [TestCase("""{"ErrorCode":70000,"Data":{"ObjectID":1,"PolarisUserName":"ann","WorkstationID":15}}""")]
    public void LockConflict_OtherCasingOrNoDate_KeepsTheHolder(string body)
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(body, 409));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.LockAsync(ObjectType.Patron, 1))!;

        Assert.That(error.ErrorCode, Is.EqualTo("70000"));
        Assert.That(error.Holder!.PolarisUserName, Is.EqualTo("ann"));
        Assert.That(error.Holder.WorkstationId, Is.EqualTo(15));
        Assert.That(error.Holder.LockDate, Is.Null);
    }

    [TestCase("""{"ErrorCode":70000}""")]
    [TestCase("""{"ErrorCode":70000,"Data":null}""")]
    [TestCase("""{"ErrorCode":"70000","Data":"somebody"}""")]
    [TestCase("""{"ErrorCode":70000,"Data":{"ObjectID":{}}}""")]
    [TestCase("""{"ErrorCode":70000,"Data":{"PolarisUserName":"\ud800"}}""")]
    public void LockConflict_WithoutAReadableHolder_IsOneAnyway(string body)
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(body, 409));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That(error.Holder, Is.Null);
    }
}
