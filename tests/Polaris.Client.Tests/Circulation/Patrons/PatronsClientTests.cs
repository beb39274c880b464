using System.Text.Json.Nodes;
using Polaris.Client.Circulation;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Circulation;

public sealed class PatronsClientTests : FakeFixture
{
    private PatronsClient Patrons => Client.Patrons;

    [SetUp]
    public void AddPatrons() => Fake
        .WithRecord("patrons", new()
        {
            ["PatronID"] = 8,
            ["Barcode"] = "0008",
            ["OrganizationID"] = 3,
            ["ChargesAmount"] = 1.5,
            ["Registration"] = new JsonObject { ["NameLast"] = "Sample", ["Username"] = "jane@example.org", ["User2"] = "B/12 ?" },
        })
        .WithPatron(9, "0009", "HeldItemBlock", "OverdueItemBlock");

    [Test]
    public async Task GetAsync_StoredPatron_ReturnsItsProperties()
    {
        var patron = await Patrons.GetAsync(8, PatronDetails.DateInfo);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(patron.PatronId, Is.EqualTo(8));
            Assert.That(patron.ChargesAmount, Is.EqualTo(1.5m));
            Assert.That(patron.Registration!.NameLast, Is.EqualTo("Sample"));
            Assert.That(patron.AdditionalMembers!.Keys, Is.EqualTo(["DateInfo"]));
            Assert.That(patron.ToString(), Is.EqualTo("Patron 8"));
        }
    }

    [TestCase("0008", PatronIdentifier.Barcode)]
    [TestCase("8", PatronIdentifier.PatronId)]
    [TestCase("jane@example.org", PatronIdentifier.Username)]
    [TestCase("B/12 ?", PatronIdentifier.User2)]
    public async Task GetIdAsync_EachIdentifier_FindsThePatron(string value, PatronIdentifier identifier)
    {
        Assert.That(await Patrons.GetIdAsync(value, identifier), Is.EqualTo(8));
        Assert.That(await Patrons.FindIdAsync(value, identifier), Is.EqualTo(8));
    }

    [Test]
    public async Task FindIdAsync_UnknownBarcode_ReturnsNullAndGetThrowsWithoutTheBarcode()
    {
        Assert.That(await Patrons.FindIdAsync("4711-secret"), Is.Null);

        var missing = Assert.ThrowsAsync<NotFoundException>(() => Patrons.GetIdAsync("4711-secret"))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(missing.ToString(), Does.Not.Contain("secret"));
            Assert.That(missing.RequestPath, Does.Not.Contain("secret"));
            Assert.That(Logs.Entries.Select(entry => entry.Text), Has.None.Contains("secret"));
        }
    }

    [Test]
    public async Task FindAsync_UnknownPatron_ReturnsNullAndGetThrows()
    {
        Assert.That(await Patrons.FindAsync(99), Is.Null);
        Assert.That(await Patrons.FindBarcodeAsync(99), Is.Null);
        Assert.ThrowsAsync<NotFoundException>(() => Patrons.GetAsync(99));
        Assert.ThrowsAsync<NotFoundException>(() => Patrons.GetBarcodeAsync(99));
        Assert.ThrowsAsync<NotFoundException>(() => Patrons.ListItemsOutAsync(99));
        Assert.That(await Patrons.GetBarcodeAsync(8), Is.EqualTo("0008"));
    }

    [Test]
    public void EachFind_PageOfTheWebServer_IsNotTakenForAMissingPatron()
    {
        foreach (var path in new[] { "patrons/{id}", "ids/patrons?*", "barcodes/patrons/{id}", "patrons/{id}/blockssummary?*" })
        {
            Fake.On(HttpMethod.Get, path, _ => FakeResponse.Html(404, "404 - File or directory not found."));
        }

        Assert.ThrowsAsync<NotFoundException>(() => Patrons.FindAsync(8));
        Assert.ThrowsAsync<NotFoundException>(() => Patrons.FindIdAsync("0008"));
        Assert.ThrowsAsync<NotFoundException>(() => Patrons.FindBarcodeAsync(8));
        Assert.ThrowsAsync<NotFoundException>(() => Patrons.ListBlocksAsync(8));
    }

    [TestCase("null")]
    [TestCase("0")]
    [TestCase("true")]
    [TestCase("""{"PatronID":8}""")]
    public void GetIdAsync_NotAnId_IsNotBelieved(string body)
    {
        Fake.On(HttpMethod.Get, "ids/patrons?*", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Patrons.GetIdAsync("0008"));
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    [TestCase("[]")]
    [TestCase("0008x")]
    [TestCase("\"\\ud800\"")]
    public void GetBarcodeAsync_NotABarcode_IsNotBelieved(string body)
    {
        Fake.On(HttpMethod.Get, "barcodes/patrons/{id}", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Patrons.GetBarcodeAsync(8));
    }

    [Test]
    public void GetAsync_AnotherPatron_IsNotBelieved()
    {
        Fake.On(HttpMethod.Get, "patrons/{id}", _ => FakeResponse.Json("""{"PatronID":9,"Registration":{"NameLast":"secret"}}"""));

        var wrong = Assert.ThrowsAsync<InvalidResponseException>(() => Patrons.GetAsync(8))!;

        Assert.That(wrong.ToString(), Does.Not.Contain("secret"));
    }

    [Test]
    public async Task ListBlocksAsync_BlockRemoved_IsGone()
    {
        var blocks = await Patrons.ListBlocksAsync(9);

        Assert.That(blocks.Select(block => block.BlockDescription), Is.EqualTo(["HeldItemBlock", "OverdueItemBlock"]));
        Assert.That(await Patrons.RemoveBlockAsync(9, blocks[0].BlockType, blocks[0].BlockId), Is.True);
        Assert.That(Fake.Patrons[9].Blocks, Is.EqualTo(["OverdueItemBlock"]));
        Assert.ThrowsAsync<NotFoundException>(() => Patrons.RemoveBlockAsync(9, 1, 2));
        Assert.That(await Patrons.ListBlocksAsync(8), Is.Empty, "HTTP 404 of Polaris");
    }

    [Test]
    public async Task ListItemsOutAsync_CheckedOutItem_IsListed()
    {
        Fake.With(new FakeItem { Id = 17, Barcode = "0017", BibRecordId = 5, ItemStatusId = 2, BorrowerId = 8 }).WithItem(18, "0018");

        var loan = (await Patrons.ListItemsOutAsync(8)).Single();

        Assert.That($"{loan.ItemRecordId} {loan.Barcode} {loan.BibRecordId}", Is.EqualTo("17 0017 5"));
        Assert.That(await Patrons.ListItemsOutAsync(9), Is.Empty);
    }

    [Test]
    public async Task ListAccountTransactionsAsync_Charges_AreListedAndOutstandingOnesAlone()
    {
        Fake.With(new FakePatron
        {
            Id = 10,
            AccountTransactions =
            [
                new JsonObject { ["TxnID"] = 2, ["TxnAmount"] = 3, ["OutstandingAmount"] = 1.5 },
                new JsonObject { ["TxnID"] = 1, ["TxnAmount"] = 3, ["OutstandingAmount"] = 0 },
            ],
        });

        var rows = await Patrons.ListAccountTransactionsAsync(10);
        var outstanding = await Patrons.GetOutstandingAccountAsync(10);

        Assert.That(rows.Select(row => row.OutstandingAmount), Is.EqualTo([1.5m, 0m]));
        Assert.That(outstanding.EnumerateArray().Single().GetProperty("TxnID").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task AddAssociationsAsync_Patrons_AreListedWithTheirBlocks()
    {
        var added = await Patrons.AddAssociationsAsync(8, [new NewPatronAssociation { LinkedPatronId = 9, Note = new string('n', 300), BlockMe = true }]);

        var listed = await Patrons.ListAssociationsAsync(8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added.Single().Barcode, Is.EqualTo("0009"));
            Assert.That(listed.Single().Note, Has.Length.EqualTo(255));
            Assert.That(await Patrons.ListBlocksAsync(8, ofAssociatedPatrons: true), Has.Count.EqualTo(2));
            Assert.That(Fake.Patrons[8].AssociatedPatronIds, Is.EqualTo([9]));
        }
    }

    [Test]
    public async Task EachChange_Patron_IsStored()
    {
        await Patrons.AddNonBlockingNoteAsync(8, "first");
        await Patrons.AddNonBlockingNoteAsync(8, "second");
        await Patrons.SetFlagAsync(8, "ExtendedLoanPeriods", true);
        await Patrons.RenewMembershipAsync(8, new PatronMembership { PatronCodeId = 4, Fees = [new PatronFee { Fee = 2.5m, FeeReasonCodeId = 1 }] });
        await Patrons.UpdateCardAsync(8, new PatronCard { Barcode = "0108" });
        await Patrons.UpdateCardAsync(8, new PatronCard { Status = "lost-mid" });

        var patron = Fake.Patrons[8];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(patron.NonBlockingNotes, Is.EqualTo(["first", "second"]));
            Assert.That(patron.Flags["ExtendedLoanPeriods"], Is.True);
            Assert.That(patron.CardStatus, Is.EqualTo("lost-mid"));
            Assert.That((await Patrons.GetAsync(8)).PatronCodeId, Is.EqualTo(4));
            Assert.That(await Patrons.GetIdAsync("0108"), Is.EqualTo(8));
            Assert.That((await Patrons.GetAsync(8)).AdditionalMembers, Is.Null, "what only the fake knows is not returned");
        }
    }

    [Test]
    public async Task ListLibraryBlocksAndCustomData_StoredRows_AreReturned()
    {
        Fake.WithRecord("patronblocks", new() { ["BlockID"] = 1, ["Description"] = "See Note" })
            .WithRecord("patronblocks", new() { ["BlockID"] = 2, ["OrganizationID"] = 4 })
            .WithRecord("patroncustomdata", new() { ["PatronCustomDataDefinitionID"] = 8, ["RegistrationType"] = 2 })
            .WithRecord("patroncustomdata", new() { ["PatronCustomDataDefinitionID"] = 9, ["RegistrationType"] = 3 });

        Assert.That((await Patrons.ListLibraryBlocksAsync(3)).Single().Description, Is.EqualTo("See Note"));
        Assert.That((await Patrons.ListCustomDataAsync(2)).Single().DefinitionId, Is.EqualTo(8));
    }

    [TestCase(FakeSloppiness.Nulls)]
    [TestCase(FakeSloppiness.NumbersAsStrings)]
    [TestCase(FakeSloppiness.All)]
    public async Task EachRead_SloppyServer_IsUnderstood(FakeSloppiness sloppiness)
    {
        var sloppy = new FakePolaris(new FakePolarisOptions { Sloppiness = sloppiness, TimeProvider = Clock })
            .WithPatron(8, "0008")
            .WithPatron(9, "0009", "HeldItemBlock")
            .With(new FakeItem { Id = 17, BorrowerId = 9 })
            .With(new FakeRecordSet { Id = 40, ObjectTypeId = 27, RecordIds = [8, 9] });
        await using var client = sloppy.CreateClient();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.Patrons.GetIdAsync("0009"), Is.EqualTo(9));
            Assert.That((await client.Patrons.GetAsync(9)).PatronId, Is.EqualTo(9));
            Assert.That((await client.Patrons.ListBlocksAsync(9)).Single().BlockId, Is.EqualTo(1));
            Assert.That((await client.Patrons.ListItemsOutAsync(9)).Single().ItemRecordId, Is.EqualTo(17));
            Assert.That((await client.Patrons.AddAssociationsAsync(9, [new NewPatronAssociation { LinkedPatronId = 8 }])).Single().LinkedPatronId, Is.EqualTo(8));
            Assert.That((await client.ItemRecords.GetViewAsync(17)).ItemRecordId, Is.EqualTo(17));
            Assert.That((await client.RecordSets.GetAsync(40)).RecordSetId, Is.EqualTo(40));
        }
    }

    [Test]
    public async Task EachList_NullAmongTheRows_IsLeftOut()
    {
        foreach (var path in new[]
        {
            "patrons/{id}/blockssummary?*", "patronblocks?*", "patrons/{id}/itemsout?*", "patrons/{id}/accounttransactions",
            "patrons/{id}/associations", "patroncustomdata/{id}",
        })
        {
            Fake.On(HttpMethod.Get, path, _ => FakeResponse.Json("[null]"));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Patrons.ListBlocksAsync(8), Is.Empty);
            Assert.That(await Patrons.ListLibraryBlocksAsync(3), Is.Empty);
            Assert.That(await Patrons.ListItemsOutAsync(8), Is.Empty);
            Assert.That(await Patrons.ListAccountTransactionsAsync(8), Is.Empty);
            Assert.That(await Patrons.ListAssociationsAsync(8), Is.Empty);
            Assert.That(await Patrons.ListCustomDataAsync(2), Is.Empty);
        }
    }

    [Test]
    public async Task ListAccountTransactionsAsync_AmountsInQuotesAndOtherCasing_AreRead()
    {
        Fake.On(HttpMethod.Get, "patrons/{id}/accounttransactions", _ => FakeResponse.Json(
            """[{"txnid":"2","TXNAMOUNT":"12.50","outstandingAmount":null,"TxnDate":"2026-01-31T23:30:00"}]"""));

        var row = (await Patrons.ListAccountTransactionsAsync(8)).Single();

        Assert.That(row.TransactionId, Is.EqualTo(2));
        Assert.That(row.Amount, Is.EqualTo(12.5m));
        Assert.That(row.OutstandingAmount, Is.Null);
        Assert.That(row.TransactionDate, Is.EqualTo(new DateTimeOffset(2026, 1, 31, 23, 30, 0, TimeSpan.Zero)));
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("")]
    public void RemoveBlockAsync_NeitherTrueNorFalse_IsInDoubt(string body)
    {
        Fake.On(HttpMethod.Delete, "patrons/{id}/blocks/{type}/{block}", _ => FakeResponse.Json(body));

        var doubtful = Assert.ThrowsAsync<InvalidResponseException>(() => Patrons.RemoveBlockAsync(8, 1, 1))!;

        Assert.That(doubtful.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public void EachChange_ResponseLost_IsSentOnceAndInDoubt()
    {
        Func<Task>[] calls =
        [
            () => Patrons.AddNonBlockingNoteAsync(8, "note"), () => Patrons.SetFlagAsync(8, "ExtendedLoanPeriods", true),
            () => Patrons.RenewMembershipAsync(8, new PatronMembership { PatronCodeId = 4 }), () => Patrons.UpdateCardAsync(8, new PatronCard { Status = "lost-mid" }),
            () => Patrons.AddAssociationsAsync(8, [new NewPatronAssociation { LinkedPatronId = 9 }]), () => Patrons.RemoveBlockAsync(9, 1, 1),
        ];

        foreach (var call in calls)
        {
            Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Path = "patrons/" });
            Assert.That(Assert.ThrowsAsync<TransportException>(() => call())!.MayHaveBeenProcessed, Is.True);
        }

        Assert.That(Fake.Journal.Count(entry => entry.Path.StartsWith("patrons/", StringComparison.Ordinal)), Is.EqualTo(calls.Length));
    }

    [Test]
    public void EachMethod_BadId_ThrowsBeforeAnythingIsSent()
    {
        Func<Task>[] calls =
        [
            () => Patrons.GetAsync(0), () => Patrons.FindAsync(-1), () => Patrons.GetAsync(8, (PatronDetails)32), () => Patrons.GetBarcodeAsync(0),
            () => Patrons.GetIdAsync("8", (PatronIdentifier)8), () => Patrons.FindBarcodeAsync(0), () => Patrons.ListBlocksAsync(0),
            () => Patrons.ListLibraryBlocksAsync(0), () => Patrons.ListItemsOutAsync(0), () => Patrons.ListAccountTransactionsAsync(0),
            () => Patrons.GetOutstandingAccountAsync(0), () => Patrons.ListAssociationsAsync(0), () => Patrons.ListCustomDataAsync(-1),
            () => Patrons.RemoveBlockAsync(0, 1, 1), () => Patrons.RemoveBlockAsync(8, -1, 1), () => Patrons.RemoveBlockAsync(8, 1, -1),
            () => Patrons.AddAssociationsAsync(8, [new NewPatronAssociation()]), () => Patrons.AddAssociationsAsync(0, [new NewPatronAssociation { LinkedPatronId = 1 }]),
            () => Patrons.AddNonBlockingNoteAsync(0, "note"), () => Patrons.SetFlagAsync(0, "Code", true),
            () => Patrons.RenewMembershipAsync(0, new PatronMembership()), () => Patrons.UpdateCardAsync(0, new PatronCard { Barcode = "1" }),
        ];

        foreach (var call in calls)
        {
            Assert.ThrowsAsync<ArgumentOutOfRangeException>(call);
        }

        Assert.That(Fake.Journal, Is.Empty);
    }

    [Test]
    public void EachMethod_BadValue_ThrowsBeforeAnythingIsSent()
    {
        Func<Task>[] calls =
        [
            () => Patrons.GetIdAsync(null!), () => Patrons.GetIdAsync(" "), () => Patrons.FindIdAsync("1\n2"),
            () => Patrons.AddAssociationsAsync(8, []), () => Patrons.AddAssociationsAsync(8, [null!]),
            () => Patrons.AddNonBlockingNoteAsync(8, ""), () => Patrons.AddNonBlockingNoteAsync(8, new string('n', 4001)),
            () => Patrons.SetFlagAsync(8, " ", true), () => Patrons.UpdateCardAsync(8, new PatronCard()),
            () => Patrons.UpdateCardAsync(8, new PatronCard { Barcode = "1", Status = "lost-mid" }),
        ];

        foreach (var call in calls)
        {
            Assert.ThrowsAsync<ArgumentException>(call);
        }

        Assert.ThrowsAsync<ArgumentNullException>(() => Patrons.AddAssociationsAsync(8, null!));
        Assert.ThrowsAsync<ArgumentNullException>(() => Patrons.RenewMembershipAsync(8, null!));
        Assert.ThrowsAsync<ArgumentNullException>(() => Patrons.UpdateCardAsync(8, null!));
        Assert.That(Fake.Journal, Is.Empty);
    }
}
