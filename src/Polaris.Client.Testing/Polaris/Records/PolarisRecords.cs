using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The records of a <see cref="FakePolaris"/>, and how they refer to each other.</summary>
internal sealed class PolarisRecords
{
    private const int FirstNewId = 1_400_000;
    /// <summary>The list of interlibrary loan requests, whose shape is not documented: the rows that a test added, and converted holds.</summary>
    public const string IllRequests = "illrequests";

    private int _lastNewId = FirstNewId;

    public RecordStore<int, FakeBib> Bibs { get; } = new RecordStore<int, FakeBib>(record => record.Id)
        .IndexByEach("likeness", record => Marc.LikenessKeys(record.Marc));

    public RecordStore<int, FakeAuthority> Authorities { get; } = new RecordStore<int, FakeAuthority>(record => record.Id)
        .IndexBy("heading", record => Marc.Folded(record.Heading));

    public RecordStore<int, FakeItem> Items { get; } = new RecordStore<int, FakeItem>(record => record.Id)
        .IndexBy("barcode", record => record.Barcode)
        .IndexBy("bib", record => Key(record.BibRecordId));

    public RecordStore<int, FakePatron> Patrons { get; } = new RecordStore<int, FakePatron>(record => record.Id)
        .IndexBy("barcode", record => record.Barcode);

    public RecordStore<int, FakeHold> Holds { get; } = new RecordStore<int, FakeHold>(record => record.Id)
        .IndexBy("bib", record => Key(record.BibRecordId))
        .IndexBy("item", record => Key(record.ItemRecordId))
        .IndexBy("patron", record => Key(record.PatronId));

    public RecordStore<int, FakeRecordSet> RecordSets { get; } = new(record => record.Id);

    /// <summary>The rows of reference data, by the last part of their address.</summary>
    public Dictionary<string, List<JsonObject>> Lists { get; } = new()
    {
        ["collections"] = [],
        ["shelflocations"] = [],
        ["materialtypes"] = [],
        ["itemstatuses"] = [],
        ["sysholdstatuses"] = [],
        ["organizations"] = [],
        ["patroncodes"] = [],
        ["patronblocks"] = [],
        ["patroncustomdata"] = [],
        ["patrondefaults"] = [],
        ["settings"] = [],
        ["marcvalidationrules"] = [],
        ["fixedtagtypes"] = [],
        ["permissions"] = [],
        [IllRequests] = [],
    };

    public static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds a record from JSON; <paramref name="kind"/> is the name in seed files.</summary>
    public void Put(string kind, JsonObject json)
    {
        switch (kind)
        {
            case "bibs":
                Bibs.Put(new FakeBib(json));
                break;
            case "authorities":
                Authorities.Put(new FakeAuthority(json));
                break;
            case "items":
                Items.Put(new FakeItem(json));
                break;
            case "patrons":
                Patrons.Put(new FakePatron(json));
                break;
            case "holds":
                Holds.Put(new FakeHold(json));
                break;
            case "recordsets":
                RecordSets.Put(new FakeRecordSet(json));
                break;
            case { } list when Lists.TryGetValue(list, out List<JsonObject>? rows):
                rows.Add(json);
                break;
            default:
                throw new ArgumentException(
                    $"'{kind}' is not a kind of record; use bibs, authorities, items, patrons, holds, recordsets or {string.Join(", ", Lists.Keys)}.", nameof(kind));
        }
    }

    public int NewId()
    {
        do
        {
            _lastNewId++;
        }
        while (IsTaken(_lastNewId));

        return _lastNewId;
    }

    public FakeItem? ItemWithBarcode(string? barcode) => barcode is null ? null : Items.FindBy("barcode", barcode).FirstOrDefault();

    public FakePatron? PatronWithBarcode(string? barcode) =>
        barcode is null ? null : Patrons.FindBy("barcode", barcode).FirstOrDefault();

    /// <summary>The records that share a number, or author and title, with MARC data.</summary>
    public IEnumerable<FakeBib> BibsLike(JsonObject marc) =>
        Marc.LikenessKeys(marc).SelectMany(key => Bibs.FindBy("likeness", key)).Distinct();

    public IEnumerable<FakeItem> ItemsOf(int bibRecordId) => Items.FindBy("bib", Key(bibRecordId));

    /// <summary>The number of items of a record: those that the fake has, and those that a test only counted.</summary>
    public int LinkedItemsOf(FakeBib bib) => bib.LinkedItems + ItemsOf(bib.Id).Count();

    /// <summary>Moves the items and the hold requests of a record to the one that replaces it.</summary>
    public void MoveLinks(int bibRecordId, int newBibRecordId)
    {
        foreach (FakeItem item in ItemsOf(bibRecordId).ToList())
        {
            Items.Put(new FakeItem(Json.Copy(item.Json)) { BibRecordId = newBibRecordId });
        }

        foreach (FakeHold hold in Holds.FindBy("bib", Key(bibRecordId)).ToList())
        {
            Holds.Put(new FakeHold(Json.Copy(hold.Json)) { BibRecordId = newBibRecordId });
        }
    }

    /// <summary>The open holds that an item could fill, the oldest first.</summary>
    public IEnumerable<FakeHold> HoldsFor(FakeItem item) => Holds.FindBy("item", Key(item.Id))
        .Concat(Holds.FindBy("bib", Key(item.BibRecordId)).Where(hold => hold.ItemRecordId is 0))
        .Where(hold => hold.IsOpen).OrderBy(hold => hold.Id);

    /// <summary>Whether a hold request waits for an item, or got it and was not picked up yet.</summary>
    public bool IsWanted(FakeItem item) => HoldsFor(item).Any() || Holds.All.Any(hold =>
        hold.IsTrapped && (hold.ItemRecordId == item.Id || hold.Json.Int("TrappingItemRecordID") == item.Id));

    public IEnumerable<FakeHold> HoldsOf(FakePatron patron) => Holds.FindBy("patron", Key(patron.Id)).Where(hold => hold.IsOpen);

    private bool IsTaken(int id) => Bibs.Find(id) is not null || Authorities.Find(id) is not null || Items.Find(id) is not null
        || Patrons.Find(id) is not null || Holds.Find(id) is not null || RecordSets.Find(id) is not null;
}
