using System.Text.Json.Nodes;
using Polaris.Client.Circulation;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Circulation;

public sealed class PatronServicesTests : FakeFixture
{
    private PatronsClient Patrons => Client.Patrons;

    [SetUp]
    public void AddPatron() => Fake.WithRecord("patrons", new()
    {
        ["PatronID"] = 8,
        ["ReaderServices"] = new JsonObject { ["Enabled"] = true, ["DeliveryNote"] = "Has a dog", ["DisabilityList"] = new JsonArray(17) },
    });

    [Test]
    public async Task GetReaderServicesAsync_StoredServices_AreReturned()
    {
        var services = await Patrons.GetReaderServicesAsync(8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(services.IsEnabled, Is.True);
            Assert.That(services.DeliveryNote, Is.EqualTo("Has a dog"));
            Assert.That(services.AdditionalMembers!.Keys, Is.EqualTo(["DisabilityList"]));
            Assert.That(services.ToString(), Is.EqualTo("PatronReaderServices 8"));
            Assert.That((await Patrons.GetAsync(8)).AdditionalMembers, Is.Null, "the server returns them at their own address only");
        }
    }

    [Test]
    public void GetReaderServicesAsync_AnotherPatron_IsRefused()
    {
        Fake.On(HttpMethod.Get, "patrons/{id}/readerservices?*", _ => FakeResponse.Json("""{"PatronID":9}"""));

        Assert.ThrowsAsync<InvalidResponseException>(() => Patrons.GetReaderServicesAsync(8));
    }

    [Test]
    public async Task GetDefaultsAsync_NormalAndExpress_AreDistinguished()
    {
        Fake.WithRecord("patrondefaults", new() { ["OrganizationID"] = 3, ["Type"] = "normal", ["PatronCodeID"] = 1, ["ExpirationTerm"] = 3 })
            .WithRecord("patrondefaults", new() { ["OrganizationID"] = 3, ["Type"] = "express", ["PatronCodeID"] = 2 });

        Assert.That((await Patrons.GetDefaultsAsync(3)).PatronCodeId, Is.EqualTo(1));
        Assert.That((await Patrons.GetDefaultsAsync(3, isExpress: true)).PatronCodeId, Is.EqualTo(2));
        Assert.That((await Patrons.GetDefaultsAsync(4)).OrganizationId, Is.Zero);
    }

    [Test]
    public async Task ReplaceNotesAsync_Notes_ReplaceThoseThatWereThere()
    {
        await Patrons.AddNonBlockingNoteAsync(8, "old");

        await Patrons.ReplaceNotesAsync(8, ["See the desk"], ["first", "second"]);

        Assert.That(Fake.Patrons[8].BlockingNotes, Is.EqualTo(["See the desk"]));
        Assert.That(Fake.Patrons[8].NonBlockingNotes, Is.EqualTo(["first", "second"]));

        await Patrons.ReplaceNotesAsync(8, [], ["second"]);

        Assert.That(Fake.Patrons[8].BlockingNotes, Is.Empty);
        Assert.That(Fake.Patrons[8].NonBlockingNotes, Is.EqualTo(["second"]));
    }

    [Test]
    public void EachCall_BadArgument_ThrowsBeforeAnythingIsSent()
    {
        var half = new string('n', 2_001);

        using (Assert.EnterMultipleScope())
        {
            Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Patrons.GetReaderServicesAsync(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => Patrons.GetDefaultsAsync(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => Patrons.ReplaceNotesAsync(0, [], []));
            Assert.Throws<ArgumentNullException>(() => Patrons.ReplaceNotesAsync(8, null!, []));
            Assert.Throws<ArgumentNullException>(() => Patrons.ReplaceNotesAsync(8, [], null!));
            Assert.Throws<ArgumentException>(() => Patrons.ReplaceNotesAsync(8, [" "], []));
            Assert.Throws<ArgumentException>(() => Patrons.ReplaceNotesAsync(8, [], [half, half]));
            Assert.That(Fake.Journal, Is.Empty);
        }
    }

    [TestCase("")]
    [TestCase("true")]
    [TestCase("1000")]
    [TestCase("""{"PatronID":8,"Barcode":"0008"}""")]
    [TestCase("""{"patronID":"8"}""")]
    public void EachChange_Confirmation_IsBelieved(string body)
    {
        Respond(body);

        foreach (var change in Changes())
        {
            Assert.DoesNotThrowAsync(() => change());
        }
    }

    [TestCase("false")]
    [TestCase("0")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("\"Patron record is secured\"")]
    [TestCase("""{"Message":"Patron record is secured"}""")]
    [TestCase("""{"PatronID":9}""")]
    [TestCase("done")]
    public void EachChange_UnexpectedBody_IsNotTakenForSuccess(string body)
    {
        Respond(body);

        foreach (var change in Changes())
        {
            var error = Assert.ThrowsAsync<InvalidResponseException>(() => change())!;
            Assert.That(error.MayHaveBeenProcessed, Is.True);
            Assert.That(error.Body, Is.EqualTo(body), "visible to the caller");
            Assert.That(error.Message, Does.Contain("patron 8").And.Not.Contain("secured"));
        }
    }

    private void Respond(string body)
    {
        Fake.On(HttpMethod.Post, "patrons/{id}?type", _ => FakeResponse.Json(body))
            .On(HttpMethod.Post, "patrons/{id}/notes", _ => FakeResponse.Json(body))
            .On(new HttpMethod("PATCH"), "patrons/{id}?type", _ => FakeResponse.Json(body));
    }

    private Func<Task>[] Changes() =>
    [
        () => Patrons.AddNonBlockingNoteAsync(8, "note"),
        () => Patrons.SetFlagAsync(8, "ExtendedLoanPeriods", true),
        () => Patrons.RenewMembershipAsync(8, new PatronMembership { PatronCodeId = 4 }),
        () => Patrons.UpdateCardAsync(8, new PatronCard { Status = "lost-mid" }),
        () => Patrons.ReplaceNotesAsync(8, ["note"], []),
    ];
}
