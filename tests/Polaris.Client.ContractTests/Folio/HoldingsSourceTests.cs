using System.Net;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>The documented examples of the holdings sources.</summary>
[TestFixture]
public sealed class HoldingsSourceTests : FolioContractTest
{
    private const string Path = "/holdings-sources";
    private const string RecordPath = "/holdings-sources/8081d707-610f-4b50-a28b-c36a6d25191b";

    [Test, Plays("Folio/create-201")]
    public async Task CreateAsync_NewRecord_ReturnsIt()
    {
        HoldingsSource created = await CreateClient().HoldingsSources.CreateAsync(Source());

        AssertRequests(SignIn, $"POST {Path}");
        Assert.That(created, Members.EqualTo(Source()));
    }

    [Test, Plays("Folio/create-400")]
    public void CreateAsync_MalformedBody_ThrowsValidationFailed() => AssertFailure<ValidationFailedException>(
        folio => folio.HoldingsSources.CreateAsync(Source()),
        $"POST {Path}",
        HttpStatusCode.BadRequest,
        "\"unable to add holdings-source -- malformed JSON at 13:3\"");

    [Test, Plays("Folio/create-401")]
    public void CreateAsync_TokenRefused_ThrowsAuthenticationFailed()
    {
        FolioClient folio = CreateClientWithToken();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(
            () => folio.HoldingsSources.CreateAsync(Source()));

        AssertRequests($"POST {Path}");
        AssertFacts(
            error!, $"POST {Path}", HttpStatusCode.Unauthorized, "unable to create holdings-sources -- unauthorized");
    }

    [Test]
    public async Task GetAsync_WithAHeaderOfTheView_SendsIt()
    {
        On($"GET {RecordPath}").With("X-Correlation-Id", "a1b2c3").Answers(Answer.Json(200, $$"""{"id":"{{SourceId}}","name":"MARC"}"""));
        FolioClient traced = CreateClient().With(new CallOptions { Headers = { ["X-Correlation-Id"] = "a1b2c3" } });

        await traced.HoldingsSources.GetAsync(SourceId);

        AssertRequests(SignIn, $"GET {RecordPath}");
    }

    [Test]
    public void CreateAsync_WithoutName_IsRejectedBeforeItIsSent()
    {
        FolioClient folio = CreateClient();

        var error = Assert.CatchAsync<ArgumentException>(
            () => folio.HoldingsSources.CreateAsync(new HoldingsSource { Id = SourceId }));

        AssertRequests();
        Assert.That(error!.ParamName, Does.Contain("Name"));
    }

    [Test]
    public void CreateAsync_InvalidRecord_ReportsTheErrors()
    {
        OnRequestOf("Folio/create-201").Answers(AnswerOf("Folio/create-422"));
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<ValidationFailedException>(() => folio.HoldingsSources.CreateAsync(Source()));

        AssertRequests(SignIn, $"POST {Path}");
        AssertFacts(error!, $"POST {Path}", HttpStatusCode.UnprocessableEntity, "may not be null");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.ErrorCode, Is.EqualTo("-1"));
            Assert.That(error.Errors, Members.EqualTo<IReadOnlyList<ApiError>>([new ApiError
            {
                Message = "may not be null",
                Type = "1",
                Code = "-1",
                Parameters = [new("moduleTo", "null")],
            }]));
        }
    }

    [Test, Plays("Folio/create-500", "Folio/get-404")]
    public void CreateAsync_ServerFailed_IsSentOnceAndLookedUp()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<RequestFailedException>(() => folio.HoldingsSources.CreateAsync(Source()));

        AssertRequests(SignIn, $"POST {Path}", $"GET {RecordPath}");
        AssertFacts(
            error!,
            $"POST {Path}",
            HttpStatusCode.InternalServerError,
            "Internal server error, contact administrator");
        Assert.That(error!.MayHaveBeenProcessed, Is.True);
    }

    [Test, Plays("Folio/get-200")]
    public async Task GetAsync_KnownId_ReturnsTheRecord()
    {
        HoldingsSource found = await CreateClient().HoldingsSources.GetAsync(SourceId);

        AssertRequests(SignIn, $"GET {RecordPath}");
        Assert.That(found, Members.EqualTo(Source()));
    }

    [Test, Plays("Folio/get-404")]
    public void GetAsync_UnknownId_ThrowsNotFound() => AssertFailure<NotFoundException>(
        folio => folio.HoldingsSources.GetAsync(SourceId),
        $"GET {RecordPath}",
        HttpStatusCode.NotFound,
        "\"holdings-source not found\"");

    [Test, Plays("Folio/get-404")]
    public async Task FindAsync_UnknownId_ReturnsNull()
    {
        HoldingsSource? found = await CreateClient().HoldingsSources.FindAsync(SourceId);

        AssertRequests(SignIn, $"GET {RecordPath}");
        Assert.That(found, Is.Null);
    }

    [Test, Plays("Folio/get-500")]
    public void GetAsync_ServerFailed_IsSentOnce() => AssertFailure<RequestFailedException>(
        folio => folio.HoldingsSources.GetAsync(SourceId),
        $"GET {RecordPath}",
        HttpStatusCode.InternalServerError,
        "internal server error, contact administrator");

    [Test, Plays("Folio/list-200")]
    public async Task ListAsync_FirstPage_ReturnsRecordsAndTotal()
    {
        RecordPage<HoldingsSource> page = await CreateClient().HoldingsSources.ListAsync(offset: 0, limit: 10);

        AssertRequests(SignIn, $"GET {Path}?offset=0&limit=10");
        Assert.That(page, Members.EqualTo(new RecordPage<HoldingsSource>
        {
            Records = [Source(), new() { Id = new("a779e45e-0e5e-4303-9c93-09dbbd215134"), Name = "MARC" }],
            TotalRecords = 2,
        }));
    }

    [Test, Plays("Folio/list-400")]
    public void ListAsync_BrokenQuery_ThrowsInvalidQuery() => AssertFailure<InvalidQueryException>(
        folio => folio.HoldingsSources.ListAsync(Cql.Raw("name==")),
        $"GET {Path}?query=name%3D%3D",
        HttpStatusCode.BadRequest,
        "unable to list holdings-sources -- malformed parameter 'query', syntax error at column 6");

    [Test, Plays("Folio/list-401")]
    public void ListAsync_TokenRefused_ThrowsAuthenticationFailed()
    {
        FolioClient folio = CreateClientWithToken();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => folio.HoldingsSources.ListAsync());

        AssertRequests($"GET {Path}");
        AssertFacts(
            error!, $"GET {Path}", HttpStatusCode.Unauthorized, "unable to list holdings-sources -- unauthorized");
    }

    [Test, Plays("Folio/list-500")]
    public void ListAsync_ServerFailed_IsSentOnce() => AssertFailure<RequestFailedException>(
        folio => folio.HoldingsSources.ListAsync(),
        $"GET {Path}",
        HttpStatusCode.InternalServerError,
        "internal server error, contact administrator");

    [Test, Plays("Folio/put-204")]
    public async Task UpdateAsync_KnownRecord_IsReplaced()
    {
        await CreateClient().HoldingsSources.UpdateAsync(Source());

        AssertRequests(SignIn, $"PUT {RecordPath}");
    }

    [Test, Plays("Folio/put-400")]
    public void UpdateAsync_MalformedBody_ThrowsValidationFailed() => AssertFailure<ValidationFailedException>(
        folio => folio.HoldingsSources.UpdateAsync(Source()),
        $"PUT {RecordPath}",
        HttpStatusCode.BadRequest,
        "\"unable to update holdings-source -- malformed JSON at 13:4\"");

    [Test, Plays("Folio/put-404")]
    public void UpdateAsync_UnknownId_ThrowsNotFound() => AssertFailure<NotFoundException>(
        folio => folio.HoldingsSources.UpdateAsync(Source()),
        $"PUT {RecordPath}",
        HttpStatusCode.NotFound,
        "\"holdings-source not found\"");

    [Test, Plays("Folio/put-409")]
    public void UpdateAsync_ChangedMeanwhile_ThrowsVersionConflict() => AssertFailure<VersionConflictException>(
        folio => folio.HoldingsSources.UpdateAsync(Source()),
        $"PUT {RecordPath}",
        HttpStatusCode.Conflict,
        "version conflict");

    [Test, Plays("Folio/put-500")]
    public void UpdateAsync_ServerFailed_IsSentOnce() => AssertFailure<RequestFailedException>(
        folio => folio.HoldingsSources.UpdateAsync(Source()),
        $"PUT {RecordPath}",
        HttpStatusCode.InternalServerError,
        "internal server error, contact administrator");

    [Test, Plays("Folio/delete-204")]
    public async Task DeleteAsync_KnownId_DeletesIt()
    {
        await CreateClient().HoldingsSources.DeleteAsync(SourceId);

        AssertRequests(SignIn, $"DELETE {RecordPath}");
    }

    [Test, Plays("Folio/delete-400")]
    public void DeleteAsync_ConstraintViolated_ThrowsValidationFailed() => AssertFailure<ValidationFailedException>(
        folio => folio.HoldingsSources.DeleteAsync(SourceId),
        $"DELETE {RecordPath}",
        HttpStatusCode.BadRequest,
        "\"unable to delete holdings-source -- constraint violation\"");

    [Test, Plays("Folio/delete-404")]
    public void DeleteAsync_UnknownId_ThrowsNotFound() => AssertFailure<NotFoundException>(
        folio => folio.HoldingsSources.DeleteAsync(SourceId),
        $"DELETE {RecordPath}",
        HttpStatusCode.NotFound,
        "\"holdings-source not found\"");

    [Test, Plays("Folio/delete-500")]
    public void DeleteAsync_ServerFailed_IsSentOnce() => AssertFailure<RequestFailedException>(
        folio => folio.HoldingsSources.DeleteAsync(SourceId),
        $"DELETE {RecordPath}",
        HttpStatusCode.InternalServerError,
        "Internal server error, contact administrator");

    private static HoldingsSource Source() => new() { Id = SourceId, Name = "FOLIO" };

    private void AssertFailure<TException>(
        Func<FolioClient, Task> call, string request, HttpStatusCode status, string serverMessage)
        where TException : RequestFailedException
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TException>(() => call(folio));

        AssertRequests(SignIn, request);
        AssertFacts(error!, request, status, serverMessage);
    }

    private static void AssertFacts(RequestFailedException error, string request, HttpStatusCode status, string serverMessage)
    {
        string url = request.Split(' ')[1].Split('?')[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(status));
            Assert.That(error.ServerMessage, Is.EqualTo(serverMessage));
            Assert.That(error.Body, Does.Contain(serverMessage));
            Assert.That(error.Message, Does.Not.Contain(serverMessage));
            Assert.That(error.RequestPath, Is.EqualTo(url));
            Assert.That(
                error.Route,
                Is.EqualTo(request.Split('?')[0].Replace($"{SourceId}", "{id}", StringComparison.Ordinal)));
            Assert.That(error.Failure.Tenant, Is.EqualTo("diku"));
            Assert.That(error.Attempts, Is.EqualTo(1));
        }
    }
}
