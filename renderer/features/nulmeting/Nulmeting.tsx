export default function Nulmeting() { return <div className="screen"><h1>Nulmeting</h1></div>; }
