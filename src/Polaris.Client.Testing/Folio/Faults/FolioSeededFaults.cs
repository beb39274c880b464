namespace Polaris.Client.Testing;

/// <summary>Random faults, with a generator of our own so that a seed has the same effect on every runtime.</summary>
internal sealed class FolioSeededFaults(int seed, double rate, FakeFolioFault[] faults)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) | 1;

    public FakeFolioFault? Next() => NextNumber() / (double)uint.MaxValue < rate
        ? faults[(int)(NextNumber() % (uint)faults.Length)]
        : null;

    private uint NextNumber()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (uint)(_state >> 32);
    }
}
