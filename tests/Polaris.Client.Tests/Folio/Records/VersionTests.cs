using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Records;

/// <summary>A record type of a program's own, with a version and without a name.</summary>
internal sealed class Book : FolioRecord
{
    public string? Title { get; set; }
}

[JsonSerializable(typeof(RecordPage<Book>))]
internal sealed partial class BookJson : JsonSerializerContext;

[JsonSerializable(typeof(string))]
internal sealed partial class BooklessJson : JsonSerializerContext;

public sealed class VersionTests : GatewayFixture
{
    private static readonly Guid Id = new("8081d707-610f-4b50-a28b-c36a6d25191b");

    private RecordClient<Book> Books => Client.Records<Book>("shop/books", "bookList", BookJson.Default);

    [Test]
    public async Task Records_OfAResourceOfTheUsersOwn_AreReadFromItsListAndRoute()
    {
        Gateway.Then(
            RecordingGateway.Json($$"""{"bookList":[{{Json(3)}}],"totalRecords":"3000000000"}"""),
            RecordingGateway.Text("Not found", HttpStatusCode.NotFound));

        var page = await Books.ListAsync(limit: 1);
        var missing = Assert.ThrowsAsync<NotFoundException>(() => Books.GetAsync(Id))!;

        Assert.Multiple(() =>
        {
            Assert.That(page.Records.Single().Version, Is.EqualTo(3));
            Assert.That(page.Records.Single().Title, Is.EqualTo("old"));
            Assert.That(page.TotalRecords, Is.EqualTo(3_000_000_000), "beyond int");
            Assert.That(Gateway.Requests[0].Line, Is.EqualTo("GET /shop/books?limit=1"));
            Assert.That(missing.Route, Is.EqualTo("GET /shop/books/{id}"));
        });
    }

    [TestCase("")]
    [TestCase("/books")]
    [TestCase("books/")]
    [TestCase("books/../users")]
    [TestCase("books/.")]
    [TestCase("books?query=x")]
    [TestCase("books//x")]
    [TestCase("books/%2e%2e")]
    public void Records_PathThatLeadsElsewhere_IsRefused(string path) =>
        Assert.That(() => Client.Records<Book>(path, "bookList", BookJson.Default), Throws.ArgumentException.With.Property("ParamName").EqualTo("resource"));

    [Test]
    public void Records_ContextWithoutTheType_NamesTheTypeAndTheParameter() => Assert.That(
        () => Client.Records<Book>("books", "bookList", BooklessJson.Default),
        Throws.ArgumentException.With.Property("ParamName").EqualTo("json").And.Message.Contains("RecordPage<Book>"));

    [Test]
    public async Task UpdateAsync_Versioned_SendsTheVersionAndReturnsTheNewState()
    {
        Gateway.Always(sent => sent.Method == "PUT" ? NoContent() : RecordingGateway.Json(Json(4, "new")));
        var book = new Book { Id = Id, Version = 3, Title = "new" };

        var saved = await Books.UpdateAsync(book);

        Assert.Multiple(() =>
        {
            Assert.That(JsonNode.Parse(Gateway.Requests[0].Body!)!["_version"]!.GetValue<int>(), Is.EqualTo(3));
            Assert.That(saved.Version, Is.EqualTo(4));
            Assert.That(book.Version, Is.EqualTo(4), "so that it can be saved again");
        });
    }

    [Test]
    public async Task UpdateAsync_SavedByAnotherUserRightAfter_DoesNotGiveTheOldInstanceTheirVersion()
    {
        Gateway.Always(sent => sent.Method == "PUT" ? NoContent() : RecordingGateway.Json(Json(5, "theirs")));
        var book = new Book { Id = Id, Version = 3, Title = "new" };

        var saved = await Books.UpdateAsync(book);

        Assert.That(saved.Version, Is.EqualTo(5));
        Assert.That(book.Version, Is.EqualTo(4), "5 would overwrite what the other user saved");
    }

    [Test]
    public async Task UpdateAsync_SavedButCannotBeReadAgain_IsASuccess()
    {
        Gateway.Always(sent => sent.Method == "PUT" ? NoContent() : RecordingGateway.Text("broken", HttpStatusCode.InternalServerError));
        var book = new Book { Id = Id, Version = 3, Title = "new" };

        Assert.That(await Books.UpdateAsync(book), Is.SameAs(book));
        Assert.That(book.Version, Is.EqualTo(4));
    }

    [Test]
    public void UpdateAsync_ReportedAsSavedButMissing_IsNotASuccess()
    {
        // A server that creates missing records with PUT reports a success even if it could not create them.
        Gateway.Always(sent => sent.Method == "PUT" ? NoContent() : RecordingGateway.Text("Not found", HttpStatusCode.NotFound));

        Assert.ThrowsAsync<NotFoundException>(() => Books.UpdateAsync(new Book { Id = Id, Version = 3, Title = "new" }));
    }

    [TestCase(500)]
    [TestCase(504)]
    [TestCase(0)]
    public async Task UpdateAsync_VersionedAndAnswerLost_LooksTheRecordUpInsteadOfSendingItAgain(int status)
    {
        Gateway.Always(sent => sent.Method == "GET" ? RecordingGateway.Json(Json(4, "new")) : Lost(status));
        var book = new Book { Id = Id, Version = 3, Title = "new" };

        var saved = await Books.UpdateAsync(book);

        Assert.That(saved.Version, Is.EqualTo(4));
        Assert.That(Gateway.Requests.Select(call => call.Method), Is.EqualTo(new[] { "PUT", "GET" }));
    }

    [Test]
    public void UpdateAsync_VersionedAnswerLostAndNotSaved_ThrowsWhatHappenedToTheUpdate()
    {
        Gateway.Always(sent => sent.Method == "GET" ? RecordingGateway.Json(Json(3)) : Lost(0));

        var error = Assert.ThrowsAsync<TransportException>(() => Books.UpdateAsync(new Book { Id = Id, Version = 3, Title = "new" }))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(Gateway.Requests.Count(call => call.Method == "PUT"), Is.EqualTo(1));
    }

    [TestCase(""","subtitle":"theirs" """, false)]
    [TestCase(""","parts":[{"title":"theirs"}]""", false)]
    [TestCase(""","parts":[],"isHidden":false,"tags":{"tagList":[]}""", true)]
    [TestCase(""","order":7""", true)]
    public void UpdateAsync_VersionedAndAnswerLostAndOthersAddedAValue_IsNotTakenForSaved(string others, bool isSaved)
    {
        // The removal of the subtitle was lost before it reached the server; then another user saved the record.
        Gateway.Always(sent => sent.Method == "GET"
            ? RecordingGateway.Json($$"""{"id":"{{Id}}","_version":4,"title":"new"{{others}} }""")
            : Lost(0));

        Assert.That(
            () => Books.UpdateAsync(new Book { Id = Id, Version = 3, Title = "new" }),
            isSaved ? Throws.Nothing : Throws.TypeOf<TransportException>().With.Property("MayHaveBeenProcessed").True);
    }

    [TestCase(1)]
    [TestCase(5)]
    public async Task CreateAsync_CopyOfAnotherTenantsRecordAndAnswerLost_IsFoundWhateverItsVersion(int version)
    {
        Gateway.Always(sent => sent.Method == "GET"
            ? RecordingGateway.Json($$"""{"id":"{{Id}}","_version":1,"title":"new","hrid":"b1"}""")
            : Lost(0));

        Assert.That((await Books.CreateAsync(new Book { Id = Id, Version = version, Title = "new" })).Version, Is.EqualTo(1));
    }

    [TestCase("2030-01-01T00:00:00.1234567+02:00", "2029-12-31T22:00:00.123+00:00", true)]
    [TestCase("2030-01-01T00:00:00.1234567+02:00", "2029-12-31T22:00:00.124+00:00", false)]
    [TestCase("2030-01-01T00:00:00+02:00", "2030-01-01T00:00:00.000+00:00", false)]
    public void CreateAsync_AnswerLostAndDateStoredInUtc_IsTheSameInstant(string sentDate, string stored, bool isSaved)
    {
        var id = Guid.Empty;
        Gateway.Always(sent =>
        {
            id = sent.Method == "POST" ? (Guid)JsonNode.Parse(sent.Body!)!["id"]! : id;
            return sent.Method == "GET" ? RecordingGateway.Json($$"""{"id":"{{id}}","username":"a","expirationDate":"{{stored}}"}""") : Lost(0);
        });

        Assert.That(
            () => Client.Users.CreateAsync(new User { Username = "a", ExpirationDate = DateTimeOffset.Parse(sentDate, CultureInfo.InvariantCulture) }),
            isSaved ? Throws.Nothing : Throws.TypeOf<TransportException>());
    }

    [Test]
    public async Task UpdateAsync_ChangeAndConflict_ReadsAndChangesAgain()
    {
        var version = 1;
        Gateway.Always(sent => sent.Method == "GET" ? RecordingGateway.Json(Json(++version))
            : version < 4 ? RecordingGateway.Text("Cannot update record: Stored _version is 3, _version of request is 2 (23F09)", HttpStatusCode.Conflict)
            : NoContent());
        var changes = 0;

        await Books.UpdateAsync(Id, book => book.Title = $"change {++changes}");

        var last = Gateway.Requests.Last(call => call.Method == "PUT");
        Assert.That(changes, Is.EqualTo(3));
        Assert.That(last.Body, Does.Contain("change 3").And.Contain("\"_version\":4"));
    }

    [TestCase("old, changed once", true)]
    [TestCase("theirs", false)]
    public void UpdateAsync_RecordFromBeforeVersionsAndConflictWithItsOwnLostAttempt_IsNotChangedTwice(string stored, bool isSaved)
    {
        var changes = 0;
        var saves = 0;
        Gateway.Always(sent => sent.Method == "GET"
            ? RecordingGateway.Json(saves == 0 ? $$"""{"id":"{{Id}}","title":"old"}""" : Json(1, stored))
            : ++saves == 1 ? Lost(0)
            : RecordingGateway.Text("Cannot update record: Stored _version is 1, _version of request is <NULL> (23F09)", HttpStatusCode.Conflict));

        Assert.That(
            () => Books.UpdateAsync(Id, book => book.Title += $", changed {(++changes == 1 ? "once" : "twice")}"),
            isSaved ? Throws.Nothing : Throws.TypeOf<VersionConflictException>().With.Property("MayHaveBeenProcessed").True);

        Assert.That(changes, Is.EqualTo(1));
        Assert.That(saves, Is.EqualTo(2));
    }

    [Test]
    public void UpdateAsync_ChangeThatNeverWins_GivesUpWithTheConflict()
    {
        Gateway.Always(sent => sent.Method == "GET" ? RecordingGateway.Json(Json(1))
            : RecordingGateway.Text("Cannot update record: Stored _version is 2, _version of request is 1 (23F09)", HttpStatusCode.Conflict));

        var error = Assert.ThrowsAsync<VersionConflictException>(() => Books.UpdateAsync(Id, book => book.Title = "x"))!;

        Assert.That(Gateway.Requests.Count(call => call.Method == "PUT"), Is.EqualTo(30));
        Assert.That(error.StoredVersion, Is.EqualTo(2));
        Assert.That(error.SentVersion, Is.EqualTo(1));
    }

    [Test]
    public void UpdateAsync_ChangeThatTouchesTheId_IsRefused()
    {
        Gateway.Always(_ => RecordingGateway.Json(Json(1)));

        Assert.ThrowsAsync<InvalidOperationException>(() => Books.UpdateAsync(Id, book => book.Id = Guid.NewGuid()));
        Assert.ThrowsAsync<InvalidOperationException>(() => Books.UpdateAsync(Id, book => book.Version = 9));
        Assert.That(Gateway.Requests.Select(call => call.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public void CreateAsync_HalfACharacterInAnyProperty_IsRefusedNotReplaced()
    {
        Assert.That(() => Books.CreateAsync(new Book { Title = "x\ud800" }), Throws.ArgumentException.With.Message.Contains("surrogate"));
        Assert.That(() => Books.CreateAsync(new Book { Title = "x\0" }), Throws.ArgumentException.With.Message.Contains("U+0000 at position 1"));
        Assert.That(() => Client.LoanTypes.CreateAsync(new LoanType { Name = "\udc00x" }), Throws.ArgumentException.With.Property("ParamName").EqualTo("record.Name"));
        Assert.That(Gateway.Requests, Is.Empty);
    }

    private static string Json(int version, string title = "old") => $$"""{"id":"{{Id}}","_version":{{version}},"title":"{{title}}"}""";

    private static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);

    private static HttpResponseMessage Lost(int status) => status == 0
        ? throw new HttpRequestException("connection reset")
        : RecordingGateway.Text("late", (HttpStatusCode)status);
}
