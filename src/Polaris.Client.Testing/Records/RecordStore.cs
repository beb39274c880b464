namespace Polaris.Client.Testing.Records;

internal sealed class RecordStore
{
    private const int FirstNewId = 1_400_000;
    private int _lastNewId = FirstNewId;

    public Dictionary<int, FakeBib> Bibs { get; } = [];

    public Dictionary<int, FakeAuthority> Authorities { get; } = [];

    public int NewId()
    {
        do
        {
            _lastNewId++;
        }
        while (Bibs.ContainsKey(_lastNewId) || Authorities.ContainsKey(_lastNewId));

        return _lastNewId;
    }
}
