using System.Text.Json.Nodes;

namespace SiteCheck;

/// <summary>Compares the JSON of a server with the documented properties, which are written here a second time, apart from the library.</summary>
internal sealed class Shapes(Redactor redactor)
{
    // A name, then its kind: n number, s string, b true or false, o object, * anything or null. A question mark: may be omitted or null.
    private const string Lock = "ObjectTypeID:n ObjectID:n PolarisUserID:n WorkstationID:n LockDate:* PolarisUserName:s? WorkstationName:s? "
        + "ExistingLock:b? LockExistsInDatabase:b? StaffEmail:s?";

    private static readonly Dictionary<string, string> Documented = new()
    {
        ["api"] = "ServiceName:s Version:s Major:n Minor:n Build:n Revision:n Patches:*",
        ["authentication"] = "SiteDomain:s UserDomain:s AccessToken:s AccessSecret:s AuthExpDate:s PolarisUser:o ERMSNetworkAddress:s? DataSource:s? SiteCode:s?",
        ["objectlocks"] = Lock,
        ["collections"] = "CollectionID:n Name:s Abbreviation:s",
        ["shelflocations"] = "ShelfLocationID:n OrganizationID:n Description:s",
        ["materialtypes"] = "MaterialTypeID:n Description:s",
        ["itemstatuses"] = "ItemStatusID:n Name:s Description:s BannerText:*",
    };

    private readonly SortedSet<string> _differences = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonObject> _unknown = new(StringComparer.Ordinal);

    /// <summary>What differs, as the members of <c>FakeSloppiness</c>.</summary>
    public IReadOnlyCollection<string> Differences => _differences;

    /// <summary>The undocumented properties of each resource, with a redacted value.</summary>
    public IReadOnlyDictionary<string, JsonObject> Unknown => _unknown;

    public void Add(Exchange exchange)
    {
        var resource = exchange.Resource.Split('/', '?')[0];
        if (exchange.IsSuccess && Documented.TryGetValue(resource, out var members))
        {
            foreach (var row in Json.Rows(exchange.Json))
            {
                Compare(resource, row, members.Split(' '));
            }
        }
    }

    /// <summary>Adds properties that the library did not know.</summary>
    public void AddUnknown(string resource, string member, JsonNode? value)
    {
        if (!_unknown.TryGetValue(resource, out var members))
        {
            _unknown[resource] = members = [];
        }

        members[redactor.Name(member)] = redactor.Value(member, value);
    }

    private void Compare(string resource, JsonObject row, string[] documented)
    {
        foreach (var member in documented)
        {
            var (name, kind) = (member.Split(':')[0], member.Split(':')[1]);
            var found = row.FirstOrDefault(present => present.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (found.Key is null)
            {
                Note(!kind.EndsWith('?'), "MissingMembers");
                continue;
            }

            Note(found.Key != name, "OtherCasing");
            Note(found.Value is null && kind.Length == 1 && kind != "*", "Nulls");
            Note(kind[0] == 'n' && Json.Kind(found.Value) == "string", "NumbersAsStrings");
        }

        foreach (var (name, value) in row.Where(present => !Array.Exists(documented, member => IsNamed(member, present.Key))))
        {
            AddUnknown(resource, name, value);
        }
    }

    private static bool IsNamed(string member, string name) => member.Split(':')[0].Equals(name, StringComparison.OrdinalIgnoreCase);

    private void Note(bool differs, string how)
    {
        if (differs)
        {
            _differences.Add(how);
        }
    }
}
