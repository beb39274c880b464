using System.Text.Json.Nodes;
using Polaris.Client.Marc;

namespace Polaris.Client.Testing;

/// <content>The records.</content>
public sealed partial class FakePolaris
{
    /// <summary>The current bibliographic records, by ID.</summary>
    public IReadOnlyDictionary<int, FakeBib> Bibs => Copies(_records.Bibs, json => new FakeBib(json));

    /// <summary>The current authority records, by ID.</summary>
    public IReadOnlyDictionary<int, FakeAuthority> Authorities => Copies(_records.Authorities, json => new FakeAuthority(json));

    /// <summary>The current item records, by ID.</summary>
    public IReadOnlyDictionary<int, FakeItem> Items => Copies(_records.Items, json => new FakeItem(json));

    /// <summary>The current patrons, by ID.</summary>
    public IReadOnlyDictionary<int, FakePatron> Patrons => Copies(_records.Patrons, json => new FakePatron(json));

    /// <summary>The current hold requests, by ID.</summary>
    public IReadOnlyDictionary<int, FakeHold> Holds => Copies(_records.Holds, json => new FakeHold(json));

    /// <summary>The current record sets, by ID.</summary>
    public IReadOnlyDictionary<int, FakeRecordSet> RecordSets => Copies(_records.RecordSets, json => new FakeRecordSet(json));

    /// <summary>Adds a bibliographic record, or replaces the one with this ID.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="displayInPac">Whether the public catalog shows it; hiding it raises prompt 66.</param>
    /// <param name="marc">The MARC data; saving a record with the same LCCN, ISBN or author and title raises prompt 87.</param>
    /// <param name="doNotOverlay">Whether it is protected; an attempt to replace it raises prompt 148.</param>
    /// <param name="linkedItems">The number of linked items.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris WithBib(
        int id, bool displayInPac = true, MarcRecord? marc = null, bool doNotOverlay = false, int linkedItems = 0) =>
        With(new FakeBib
        {
            Id = id,
            DisplayInPac = displayInPac,
            Marc = Marc.Of(marc),
            DoNotOverlay = doNotOverlay,
            LinkedItems = linkedItems,
        });

    /// <summary>Adds an authority record, or replaces the one with this ID.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="heading">The heading; saving another record with the same one raises prompt 142.</param>
    /// <param name="linkedBibs">The number of linked bibliographic headings; with one or more, changing the heading raises prompt 145.</param>
    /// <param name="linkedSeeAlso">The number of linked see also references; they count as well.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris WithAuthority(int id, string heading, int linkedBibs = 0, int linkedSeeAlso = 0) =>
        With(new FakeAuthority { Id = id, Heading = heading, LinkedBibs = linkedBibs, LinkedSeeAlso = linkedSeeAlso });

    /// <summary>Adds an item record, or replaces the one with this ID.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="barcode">The barcode; giving it to another item raises prompt 72.</param>
    /// <param name="bibRecordId">The bibliographic record that it belongs to.</param>
    /// <param name="statusId">The status: 1 in, 2 out, and so on.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris WithItem(int id, string barcode, int bibRecordId = 0, int statusId = 1) =>
        With(new FakeItem { Id = id, Barcode = barcode, BibRecordId = bibRecordId, ItemStatusId = statusId });

    /// <summary>Adds a patron, or replaces the one with this ID.</summary>
    /// <param name="id">The ID of the patron.</param>
    /// <param name="barcode">The barcode of the card.</param>
    /// <param name="blocks">The blocks, such as <c>HeldItemBlock</c>; with one or more, check-outs and holds raise prompt 1.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris WithPatron(int id, string barcode, params string[] blocks) =>
        With(new FakePatron { Id = id, Barcode = barcode, Blocks = blocks ?? [] });

    /// <summary>Adds a hold request for a title, or replaces the one with this ID.</summary>
    /// <param name="id">The ID of the request.</param>
    /// <param name="patronId">The patron.</param>
    /// <param name="bibRecordId">The requested title.</param>
    /// <param name="itemRecordId">The requested item; 0 for any item of the title.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris WithHold(int id, int patronId, int bibRecordId, int itemRecordId = 0) =>
        With(new FakeHold { Id = id, PatronId = patronId, BibRecordId = bibRecordId, ItemRecordId = itemRecordId });

    /// <summary>Adds a record of any kind, or replaces the one with its ID.</summary>
    /// <param name="record">The record; the server keeps a copy.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris With(FakeRecord record)
    {
        _ = record ?? throw new ArgumentNullException(nameof(record));
        return Change(() => _records.Put(record.Kind, Json.Copy(record.Json)));
    }

    /// <summary>Adds a record from JSON, or replaces the one with its ID.</summary>
    /// <param name="kind">
    /// <c>bibs</c>, <c>authorities</c>, <c>items</c>, <c>patrons</c>, <c>holds</c>, <c>recordsets</c>, or a list such as <c>collections</c> or
    /// <c>illrequests</c>.
    /// </param>
    /// <param name="record">The record with the server's property names, such as <c>{"ItemRecordID":17,"Barcode":"0017"}</c>.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException">The kind is unknown.</exception>
    public FakePolaris WithRecord(string kind, JsonObject record)
    {
        _ = record ?? throw new ArgumentNullException(nameof(record));
        return Change(() => _records.Put(kind, Json.Copy(record)));
    }

    private Dictionary<int, T> Copies<T>(RecordStore<int, T> store, Func<JsonObject, T> make)
        where T : FakeRecord => Locked(() => store.All.ToDictionary(record => record.Id, record => make(Json.Copy(record.Json))));
}
