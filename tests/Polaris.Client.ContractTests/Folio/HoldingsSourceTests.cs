using System.Net;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>The documented examples of the holdings sources.</summary>
[TestFixture]
public sealed class HoldingsSourceTests : FolioContractTest
{
    private const string Path = "/holdings-sources";
    private const string RecordPath = "/holdings-sources/8081d707-610f-4b50-a28b-c36a6d25191b";

    [Test, Stubs("SignIn/folio", "Folio/create-201")]
    public async Task CreateAsync_NewRecord_IsGivenBack()
    {
        HoldingsSource created = await CreateClient().HoldingsSources.CreateAsync(Source());

        await AssertRequestsAsync(SignIn, $"POST {Path}");
        Assert.That(created, Members.EqualTo(Source()));
    }

    [Test, Stubs("SignIn/folio", "Folio/create-400")]
    public Task CreateAsync_FoundMalformed_IsAValidationFailure() => AssertFailureAsync<ValidationFailedException>(
        folio => folio.HoldingsSources.CreateAsync(Source()),
        $"POST {Path}",
        HttpStatusCode.BadRequest,
        "\"unable to add holdings-source -- malformed JSON at 13:3\"");

    [Test, Stubs("Folio/create-401")]
    public async Task CreateAsync_TokenRefused_IsAnAuthenticationFailure()
    {
        FolioClient folio = CreateClientWithToken();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(
            () => folio.HoldingsSources.CreateAsync(Source()));

        await AssertRequestsAsync($"POST {Path}");
        AssertFacts(
            error!, $"POST {Path}", HttpStatusCode.Unauthorized, "unable to create holdings-sources -- unauthorized");
    }

    [Test, Stubs("SignIn/folio", "Folio/create-422")]
    public async Task CreateAsync_WithoutName_IsRefusedBeforeItIsSent()
    {
        FolioClient folio = CreateClient();

        var error = Assert.CatchAsync<ArgumentException>(
            () => folio.HoldingsSources.CreateAsync(new HoldingsSource { Id = SourceId }));

        await AssertRequestsAsync();
        Assert.That(error!.ParamName, Does.Contain("Name"));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-create-422")]
    public async Task CreateAsync_FoundInvalid_TellsTheErrors()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<ValidationFailedException>(() => folio.HoldingsSources.CreateAsync(Source()));

        await AssertRequestsAsync(SignIn, $"POST {Path}");
        AssertFacts(error!, $"POST {Path}", HttpStatusCode.UnprocessableEntity, "may not be null");
        Assert.That(error!.ErrorCode, Is.EqualTo("-1"));
        Assert.That(error.Errors, Members.EqualTo<IReadOnlyList<ApiError>>([new ApiError
        {
            Message = "may not be null",
            Type = "1",
            Code = "-1",
            Parameters = [new("moduleTo", "null")],
        }]));
    }

    [Test, Stubs("SignIn/folio", "Folio/create-500", "Folio/get-404")]
    public async Task CreateAsync_ServerFailed_IsSentOnceAndLookedUp()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<ApiException>(() => folio.HoldingsSources.CreateAsync(Source()));

        await AssertRequestsAsync(SignIn, $"POST {Path}", $"GET {RecordPath}");
        AssertFacts(
            error!,
            $"POST {Path}",
            HttpStatusCode.InternalServerError,
            "Internal server error, contact administrator");
        Assert.That(error!.MayHaveBeenProcessed, Is.True);
    }

    [Test, Stubs("SignIn/folio", "Folio/get-200")]
    public async Task GetAsync_KnownId_GivesTheRecord()
    {
        HoldingsSource found = await CreateClient().HoldingsSources.GetAsync(SourceId);

        await AssertRequestsAsync(SignIn, $"GET {RecordPath}");
        Assert.That(found, Members.EqualTo(Source()));
    }

    [Test, Stubs("SignIn/folio", "Folio/get-404")]
    public Task GetAsync_UnknownId_IsNotFound() => AssertFailureAsync<NotFoundException>(
        folio => folio.HoldingsSources.GetAsync(SourceId),
        $"GET {RecordPath}",
        HttpStatusCode.NotFound,
        "\"holdings-source not found\"");

    [Test, Stubs("SignIn/folio", "Folio/get-404")]
    public async Task FindAsync_UnknownId_GivesNull()
    {
        HoldingsSource? found = await CreateClient().HoldingsSources.FindAsync(SourceId);

        await AssertRequestsAsync(SignIn, $"GET {RecordPath}");
        Assert.That(found, Is.Null);
    }

    [Test, Stubs("SignIn/folio", "Folio/get-500")]
    public Task GetAsync_ServerFailed_IsSentOnce() => AssertFailureAsync<ApiException>(
        folio => folio.HoldingsSources.GetAsync(SourceId),
        $"GET {RecordPath}",
        HttpStatusCode.InternalServerError,
        "internal server error, contact administrator");

    [Test, Stubs("SignIn/folio", "Folio/list-200")]
    public async Task ListAsync_FirstPage_GivesRecordsAndTotal()
    {
        RecordPage<HoldingsSource> page = await CreateClient().HoldingsSources.ListAsync(offset: 0, limit: 10);

        await AssertRequestsAsync(SignIn, $"GET {Path}?offset=0&limit=10");
        Assert.That(page, Members.EqualTo(new RecordPage<HoldingsSource>
        {
            Records = [Source(), new() { Id = new("a779e45e-0e5e-4303-9c93-09dbbd215134"), Name = "MARC" }],
            TotalRecords = 2,
        }));
    }

    [Test, Stubs("SignIn/folio", "Folio/list-400")]
    public Task ListAsync_BrokenQuery_IsAnInvalidQuery() => AssertFailureAsync<InvalidQueryException>(
        folio => folio.HoldingsSources.ListAsync(Cql.Raw("name==")),
        $"GET {Path}?query=name%3D%3D",
        HttpStatusCode.BadRequest,
        "unable to list holdings-sources -- malformed parameter 'query', syntax error at column 6");

    [Test, Stubs("Folio/list-401")]
    public async Task ListAsync_TokenRefused_IsAnAuthenticationFailure()
    {
        FolioClient folio = CreateClientWithToken();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => folio.HoldingsSources.ListAsync());

        await AssertRequestsAsync($"GET {Path}");
        AssertFacts(
            error!, $"GET {Path}", HttpStatusCode.Unauthorized, "unable to list holdings-sources -- unauthorized");
    }

    [Test, Stubs("SignIn/folio", "Folio/list-500")]
    public Task ListAsync_ServerFailed_IsSentOnce() => AssertFailureAsync<ApiException>(
        folio => folio.HoldingsSources.ListAsync(),
        $"GET {Path}",
        HttpStatusCode.InternalServerError,
        "internal server error, contact administrator");

    [Test, Stubs("SignIn/folio", "Folio/put-204")]
    public async Task UpdateAsync_KnownRecord_IsReplaced()
    {
        await CreateClient().HoldingsSources.UpdateAsync(Source());

        await AssertRequestsAsync(SignIn, $"PUT {RecordPath}");
    }

    [Test, Stubs("SignIn/folio", "Folio/put-400")]
    public Task UpdateAsync_FoundMalformed_IsAValidationFailure() => AssertFailureAsync<ValidationFailedException>(
        folio => folio.HoldingsSources.UpdateAsync(Source()),
        $"PUT {RecordPath}",
        HttpStatusCode.BadRequest,
        "\"unable to update holdings-source -- malformed JSON at 13:4\"");

    [Test, Stubs("SignIn/folio", "Folio/put-404")]
    public Task UpdateAsync_UnknownId_IsNotFound() => AssertFailureAsync<NotFoundException>(
        folio => folio.HoldingsSources.UpdateAsync(Source()),
        $"PUT {RecordPath}",
        HttpStatusCode.NotFound,
        "\"holdings-source not found\"");

    [Test, Stubs("SignIn/folio", "Folio/put-409")]
    public Task UpdateAsync_ChangedMeanwhile_IsAVersionConflict() => AssertFailureAsync<VersionConflictException>(
        folio => folio.HoldingsSources.UpdateAsync(Source()),
        $"PUT {RecordPath}",
        HttpStatusCode.Conflict,
        "version conflict");

    [Test, Stubs("SignIn/folio", "Folio/put-500")]
    public Task UpdateAsync_ServerFailed_IsSentOnce() => AssertFailureAsync<ApiException>(
        folio => folio.HoldingsSources.UpdateAsync(Source()),
        $"PUT {RecordPath}",
        HttpStatusCode.InternalServerError,
        "internal server error, contact administrator");

    [Test, Stubs("SignIn/folio", "Folio/delete-204")]
    public async Task DeleteAsync_KnownId_IsGone()
    {
        await CreateClient().HoldingsSources.DeleteAsync(SourceId);

        await AssertRequestsAsync(SignIn, $"DELETE {RecordPath}");
    }

    [Test, Stubs("SignIn/folio", "Folio/delete-400")]
    public Task DeleteAsync_AgainstAConstraint_IsAValidationFailure() => AssertFailureAsync<ValidationFailedException>(
        folio => folio.HoldingsSources.DeleteAsync(SourceId),
        $"DELETE {RecordPath}",
        HttpStatusCode.BadRequest,
        "\"unable to delete holdings-source -- constraint violation\"");

    [Test, Stubs("SignIn/folio", "Folio/delete-404")]
    public Task DeleteAsync_UnknownId_IsNotFound() => AssertFailureAsync<NotFoundException>(
        folio => folio.HoldingsSources.DeleteAsync(SourceId),
        $"DELETE {RecordPath}",
        HttpStatusCode.NotFound,
        "\"holdings-source not found\"");

    [Test, Stubs("SignIn/folio", "Folio/delete-500")]
    public Task DeleteAsync_ServerFailed_IsSentOnce() => AssertFailureAsync<ApiException>(
        folio => folio.HoldingsSources.DeleteAsync(SourceId),
        $"DELETE {RecordPath}",
        HttpStatusCode.InternalServerError,
        "Internal server error, contact administrator");

    private static HoldingsSource Source() => new() { Id = SourceId, Name = "FOLIO" };

    private async Task AssertFailureAsync<TException>(
        Func<FolioClient, Task> call, string request, HttpStatusCode status, string serverMessage)
        where TException : ApiException
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TException>(() => call(folio));

        await AssertRequestsAsync(SignIn, request);
        AssertFacts(error!, request, status, serverMessage);
    }

    private static void AssertFacts(ApiException error, string request, HttpStatusCode status, string serverMessage)
    {
        string url = request.Split(' ')[1].Split('?')[0];
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
